-- V129: who cares for a patient, as patient-service tells it; alerts name them. No row = nobody is known.
CREATE TABLE care_team (
    id        uuid    NOT NULL,
    clinic_id uuid    NOT NULL,
    version   bigint  NOT NULL,
    revision  bigint  NOT NULL,
    members   jsonb   NOT NULL,
    subjects  uuid[]  NOT NULL,
    heard     boolean NOT NULL,
    CONSTRAINT pk_care_team PRIMARY KEY (id),
    CONSTRAINT uq_care_team_clinic UNIQUE (clinic_id, id)
);
COMMENT ON COLUMN care_team.id IS 'The patient''s id';
COMMENT ON COLUMN care_team.revision IS 'The owner''s count of changes; a lower one comes too late';
COMMENT ON COLUMN care_team.subjects IS 'Subjects of the tokens the members sign in with';
COMMENT ON COLUMN care_team.heard IS 'A clinician who signs in is among them; otherwise alerts go to the whole clinic too';
SELECT kit_protect('care_team');
