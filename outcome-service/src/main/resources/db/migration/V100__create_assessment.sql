-- V100: what this service knows of patients and doses, and the assessments it opens from that.
-- First migration of the service; nothing must be deployed before it.

CREATE TABLE treated_patient (
    id                   uuid        NOT NULL,
    clinic_id            uuid        NOT NULL,
    version              bigint      NOT NULL,
    primary_diagnosis    text,
    treatment_consent_at timestamptz,
    CONSTRAINT pk_treated_patient PRIMARY KEY (id),
    CONSTRAINT uq_treated_patient_clinic UNIQUE (clinic_id, id)
);
COMMENT ON TABLE treated_patient IS 'Picture of patient-service''s facts; the id is the patient''s';
COMMENT ON COLUMN treated_patient.primary_diagnosis IS 'Of the last signed intake; null = none signed yet';
COMMENT ON COLUMN treated_patient.treatment_consent_at IS 'UTC; null = no consent to treatment, or withdrawn';
SELECT kit_protect('treated_patient');

CREATE TABLE administered_dose (
    id         uuid        NOT NULL,
    clinic_id  uuid        NOT NULL,
    version    bigint      NOT NULL,
    patient_id uuid        NOT NULL,
    course_id  uuid        NOT NULL,
    number     integer     NOT NULL,
    level      text        NOT NULL,
    ended_at   timestamptz NOT NULL,
    CONSTRAINT pk_administered_dose PRIMARY KEY (id),
    CONSTRAINT uq_administered_dose_clinic UNIQUE (clinic_id, id),
    CONSTRAINT ck_administered_dose_number CHECK (number >= 1)
);
CREATE INDEX ix_administered_dose_patient ON administered_dose (clinic_id, patient_id, ended_at);
COMMENT ON TABLE administered_dose IS 'Picture of session-service''s facts; the id is the dose''s';
COMMENT ON COLUMN administered_dose.ended_at IS 'End of administration, UTC: t0 of the windows after a dose';
SELECT kit_protect_append_only('administered_dose');

CREATE TABLE assessment (
    id           uuid        NOT NULL,
    clinic_id    uuid        NOT NULL,
    version      bigint      NOT NULL,
    patient_id   uuid        NOT NULL,
    time_point   text        NOT NULL,
    anchor_id    uuid        NOT NULL,
    opens_at     timestamptz NOT NULL,
    due_at       timestamptz NOT NULL,
    closes_at    timestamptz,
    late_until   timestamptz,
    required     text[]      NOT NULL,
    answered     jsonb       NOT NULL,
    announced_at timestamptz,
    completed_at timestamptz,
    missed_at    timestamptz,
    CONSTRAINT pk_assessment PRIMARY KEY (id),
    CONSTRAINT uq_assessment_clinic UNIQUE (clinic_id, id),
    CONSTRAINT uq_assessment_anchor UNIQUE (clinic_id, patient_id, time_point, anchor_id),
    CONSTRAINT ck_assessment_window CHECK (closes_at IS NULL OR late_until IS NULL OR closes_at <= late_until),
    CONSTRAINT ck_assessment_end CHECK (completed_at IS NULL OR missed_at IS NULL)
);
CREATE INDEX ix_assessment_patient ON assessment (clinic_id, patient_id, opens_at);
CREATE INDEX ix_assessment_waiting ON assessment (clinic_id, closes_at) WHERE completed_at IS NULL AND missed_at IS NULL;
CREATE INDEX ix_assessment_unannounced ON assessment (clinic_id, opens_at) WHERE announced_at IS NULL;
CREATE INDEX ix_assessment_list ON assessment (clinic_id, opens_at, id);
COMMENT ON COLUMN assessment.anchor_id IS 'What it belongs to: the dose, or the patient for the baseline';
COMMENT ON COLUMN assessment.opens_at IS 'Clinic time, UTC, as all moments of this table; both ends belong to the window';
COMMENT ON COLUMN assessment.closes_at IS 'Null = until something closes it: the baseline waits for the first dose';
COMMENT ON COLUMN assessment.answered IS 'Instrument code to {responseId, scored}: the response that counts';
COMMENT ON COLUMN assessment.announced_at IS 'When its opening was told; null = not yet';
SELECT kit_protect('assessment');
