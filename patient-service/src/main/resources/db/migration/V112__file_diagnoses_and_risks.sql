-- V112: what the list of patients is filtered by, beside what the record itself says: diagnosis and flags of risk.
CREATE TABLE patient_diagnosis (
    clinic_id  uuid NOT NULL,
    patient_id uuid NOT NULL,
    diagnosis  text NOT NULL,
    CONSTRAINT pk_patient_diagnosis PRIMARY KEY (clinic_id, patient_id),
    CONSTRAINT fk_patient_diagnosis_patient FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id)
);
CREATE INDEX ix_patient_diagnosis_diagnosis ON patient_diagnosis (clinic_id, diagnosis, patient_id);
COMMENT ON TABLE patient_diagnosis IS 'Primary diagnosis of the latest signed intake';
SELECT kit_protect('patient_diagnosis');

CREATE TABLE risk_flag (
    clinic_id  uuid        NOT NULL,
    patient_id uuid        NOT NULL,
    flag       text        NOT NULL,
    source_id  uuid        NOT NULL,
    since      timestamptz NOT NULL,
    ended_at   timestamptz,
    CONSTRAINT pk_risk_flag PRIMARY KEY (clinic_id, patient_id, flag, source_id),
    CONSTRAINT fk_risk_flag_patient FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id)
);
CREATE INDEX ix_risk_flag_open ON risk_flag (clinic_id, flag, patient_id) WHERE ended_at IS NULL;
COMMENT ON COLUMN risk_flag.source_id IS 'The hold, safety alert or screening that raised it';
COMMENT ON COLUMN risk_flag.ended_at IS 'UTC, clinic time; null = it stands. An ended one stays ended when its beginning comes late';
SELECT kit_protect('risk_flag');

-- Rows of earlier builds: intakes say their diagnosis themselves; holds and alerts are told once more by their services.
ALTER TABLE intake NO FORCE ROW LEVEL SECURITY;
ALTER TABLE patient_diagnosis NO FORCE ROW LEVEL SECURITY;
INSERT INTO patient_diagnosis (clinic_id, patient_id, diagnosis)
SELECT DISTINCT ON (clinic_id, patient_id) clinic_id, patient_id, content -> 'primaryDiagnosis' ->> 'code'
  FROM intake WHERE signed_at IS NOT NULL AND content -> 'primaryDiagnosis' ->> 'code' IS NOT NULL
 ORDER BY clinic_id, patient_id, number DESC;
ALTER TABLE intake FORCE ROW LEVEL SECURITY;
ALTER TABLE patient_diagnosis FORCE ROW LEVEL SECURITY;
