-- V100: what this service knows of patients from the facts of the other services (README, "What it owns").
-- The row of patient_standing is also what every step of one patient's treatment locks.

CREATE TABLE patient_standing (
    clinic_id             uuid        NOT NULL,
    id                    uuid        NOT NULL,
    version               bigint      NOT NULL,
    birth_year            integer,
    sex_at_birth          text,
    candidacy             text,
    candidacy_decision_id uuid,
    candidacy_decided_at  timestamptz,
    candidacy_expires_at  timestamptz,
    low_start             boolean     NOT NULL,
    dose_factor           numeric     NOT NULL,
    codes                 text        NOT NULL,
    primary_diagnosis     text,
    primary_instrument    text,
    baseline_completed_at timestamptz,
    consent_valid_until   timestamptz,
    CONSTRAINT pk_patient_standing PRIMARY KEY (id),
    CONSTRAINT uq_patient_standing_clinic UNIQUE (clinic_id, id),
    CONSTRAINT ck_patient_standing_dose_factor CHECK (dose_factor > 0 AND dose_factor <= 1)
);
COMMENT ON COLUMN patient_standing.id IS 'The patient''s id in patient-service';
COMMENT ON COLUMN patient_standing.codes IS 'Reason and condition codes of the candidacy decision, comma separated';
COMMENT ON COLUMN patient_standing.consent_valid_until IS 'Latest expiry of the active treatment consents; null = none';
SELECT kit_protect('patient_standing');

CREATE TABLE known_consent (
    clinic_id    uuid        NOT NULL,
    id           uuid        NOT NULL,
    version      bigint      NOT NULL,
    patient_id   uuid        NOT NULL,
    scope        text        NOT NULL,
    expires_at   timestamptz,
    withdrawn_at timestamptz,
    CONSTRAINT pk_known_consent PRIMARY KEY (id),
    CONSTRAINT uq_known_consent_clinic UNIQUE (clinic_id, id),
    CONSTRAINT fk_known_consent_patient_id FOREIGN KEY (clinic_id, patient_id) REFERENCES patient_standing (clinic_id, id)
);
CREATE INDEX ix_known_consent_patient ON known_consent (clinic_id, patient_id);
SELECT kit_protect('known_consent');

CREATE TABLE known_safety_alert (
    clinic_id   uuid        NOT NULL,
    id          uuid        NOT NULL,
    version     bigint      NOT NULL,
    patient_id  uuid        NOT NULL,
    code        text        NOT NULL,
    severity    text        NOT NULL,
    raised_at   timestamptz NOT NULL,
    resolved_at timestamptz,
    CONSTRAINT pk_known_safety_alert PRIMARY KEY (id),
    CONSTRAINT uq_known_safety_alert_clinic UNIQUE (clinic_id, id),
    CONSTRAINT fk_known_safety_alert_patient_id FOREIGN KEY (clinic_id, patient_id) REFERENCES patient_standing (clinic_id, id)
);
CREATE INDEX ix_known_safety_alert_patient ON known_safety_alert (clinic_id, patient_id);
SELECT kit_protect('known_safety_alert');

CREATE TABLE known_score (
    clinic_id   uuid        NOT NULL,
    id          uuid        NOT NULL,
    version     bigint      NOT NULL,
    patient_id  uuid        NOT NULL,
    instrument  text        NOT NULL,
    time_point  text,
    total       numeric     NOT NULL,
    answered_at timestamptz NOT NULL,
    CONSTRAINT pk_known_score PRIMARY KEY (id),
    CONSTRAINT uq_known_score_clinic UNIQUE (clinic_id, id),
    CONSTRAINT fk_known_score_patient_id FOREIGN KEY (clinic_id, patient_id) REFERENCES patient_standing (clinic_id, id)
);
CREATE INDEX ix_known_score_patient ON known_score (clinic_id, patient_id, instrument, answered_at);
SELECT kit_protect('known_score');
