-- V110: a record may end: merged into another one of the same person, or stripped of the identity of the person.
-- The row stays in both cases, since what was signed about it does.
ALTER TABLE patient ADD COLUMN merged_into uuid;
ALTER TABLE patient ADD COLUMN merged_at timestamptz;
ALTER TABLE patient ADD COLUMN erased_at timestamptz;
ALTER TABLE patient ADD CONSTRAINT fk_patient_merged_into FOREIGN KEY (clinic_id, merged_into) REFERENCES patient (clinic_id, id);
ALTER TABLE patient ADD CONSTRAINT ck_patient_merged CHECK ((merged_into IS NULL) = (merged_at IS NULL));
ALTER TABLE patient ADD CONSTRAINT ck_patient_merged_into_another CHECK (merged_into <> id);
COMMENT ON COLUMN patient.merged_into IS 'The record that goes on for this person; null = this one';
COMMENT ON COLUMN patient.merged_at IS 'UTC, clinic time';
COMMENT ON COLUMN patient.erased_at IS 'UTC, clinic time; null = the identity is known';

CREATE INDEX ix_patient_merged_into ON patient (clinic_id, merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX ix_patient_state ON patient (clinic_id, programme_state, id) WHERE merged_into IS NULL AND erased_at IS NULL;
CREATE INDEX ix_patient_birth_date ON patient (clinic_id, birth_date) WHERE merged_into IS NULL AND erased_at IS NULL;
CREATE INDEX ix_patient_identifier_value ON patient_identifier (clinic_id, value);
