-- V121: who cares for a patient, now and earlier. A membership that is over gets an end; the row stays.
CREATE TABLE care_team (
    id         uuid        NOT NULL,
    clinic_id  uuid        NOT NULL,
    version    bigint      NOT NULL,
    revision   bigint      NOT NULL,
    changed_at timestamptz NOT NULL,
    CONSTRAINT pk_care_team PRIMARY KEY (id),
    CONSTRAINT uq_care_team_clinic UNIQUE (clinic_id, id),
    CONSTRAINT ck_care_team_revision CHECK (revision > 0),
    CONSTRAINT fk_care_team_patient FOREIGN KEY (clinic_id, id) REFERENCES patient (clinic_id, id)
);
COMMENT ON COLUMN care_team.id IS 'The patient''s id';
COMMENT ON COLUMN care_team.revision IS '1, 2, 3.. with every change of the members; no row = never named';
SELECT kit_protect('care_team');

CREATE TABLE care_team_member (
    id              uuid        NOT NULL,
    clinic_id       uuid        NOT NULL,
    version         bigint      NOT NULL,
    patient_id      uuid        NOT NULL,
    practitioner_id uuid        NOT NULL,
    role            text        NOT NULL,
    member_from     timestamptz NOT NULL,
    member_to       timestamptz,
    added_by        text        NOT NULL,
    removed_by      text,
    CONSTRAINT pk_care_team_member PRIMARY KEY (id),
    CONSTRAINT uq_care_team_member_clinic UNIQUE (clinic_id, id),
    CONSTRAINT ck_care_team_member_role
        CHECK (role IN ('LEAD_PRESCRIBER', 'PRESCRIBER', 'THERAPIST', 'MONITOR', 'CARE_COORDINATOR')),
    CONSTRAINT ck_care_team_member_to CHECK (member_to >= member_from),
    CONSTRAINT ck_care_team_member_removed CHECK ((member_to IS NULL) = (removed_by IS NULL)),
    CONSTRAINT fk_care_team_member_patient FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id),
    CONSTRAINT fk_care_team_member_practitioner
        FOREIGN KEY (clinic_id, practitioner_id) REFERENCES practitioner (clinic_id, id)
);
CREATE INDEX ix_care_team_member_patient ON care_team_member (clinic_id, patient_id, member_from);
CREATE UNIQUE INDEX uq_care_team_member_now ON care_team_member (clinic_id, practitioner_id, patient_id, role)
    WHERE member_to IS NULL;
CREATE UNIQUE INDEX uq_care_team_member_lead ON care_team_member (clinic_id, patient_id)
    WHERE role = 'LEAD_PRESCRIBER' AND member_to IS NULL;
COMMENT ON COLUMN care_team_member.member_to IS 'UTC, clinic time; null = on the team now';
COMMENT ON COLUMN care_team_member.added_by IS 'Subject of the token';
SELECT kit_protect('care_team_member');
