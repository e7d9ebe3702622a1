-- V131: what session-service tells of courses, doses and recoveries, as far as consent and therapy depend on it.
CREATE TABLE dosing_history (
    id        uuid   NOT NULL,
    clinic_id uuid   NOT NULL,
    version   bigint NOT NULL,
    history   jsonb  NOT NULL,
    CONSTRAINT pk_dosing_history PRIMARY KEY (id),
    CONSTRAINT uq_dosing_history_clinic UNIQUE (clinic_id, id),
    CONSTRAINT fk_dosing_history_patient FOREIGN KEY (clinic_id, id) REFERENCES patient (clinic_id, id)
);
COMMENT ON COLUMN dosing_history.id IS 'The patient''s id';
SELECT kit_protect('dosing_history');
