-- V107: vital signs and alerts. Vital signs are many: narrow columns, two indexes, no update ever.

CREATE TABLE vital_alert (
    clinic_id        uuid        NOT NULL,
    id               uuid        NOT NULL,
    version          bigint      NOT NULL,
    session_id       uuid        NOT NULL,
    patient_id       uuid        NOT NULL,
    severity         text        NOT NULL,
    codes            text        NOT NULL,
    plan_minute      integer,
    measured_at      timestamptz NOT NULL,
    raised_at        timestamptz NOT NULL,
    escalation_level integer     NOT NULL,
    escalated_at     timestamptz,
    acknowledged_by  uuid,
    acknowledged_at  timestamptz,
    action           text,
    CONSTRAINT pk_vital_alert PRIMARY KEY (id),
    CONSTRAINT uq_vital_alert_clinic UNIQUE (clinic_id, id),
    CONSTRAINT fk_vital_alert_session_id FOREIGN KEY (clinic_id, session_id) REFERENCES treatment_session (clinic_id, id),
    CONSTRAINT fk_vital_alert_patient_id FOREIGN KEY (clinic_id, patient_id) REFERENCES patient_standing (clinic_id, id),
    CONSTRAINT ck_vital_alert_severity CHECK (severity IN ('AMBER', 'ORANGE', 'RED')),
    CONSTRAINT ck_vital_alert_escalation CHECK (escalation_level BETWEEN 0 AND 2)
);
CREATE INDEX ix_vital_alert_session ON vital_alert (clinic_id, session_id, id);
CREATE INDEX ix_vital_alert_open ON vital_alert (clinic_id, raised_at) WHERE acknowledged_at IS NULL;
CREATE UNIQUE INDEX uq_vital_alert_missed_point ON vital_alert (clinic_id, session_id, plan_minute) WHERE plan_minute IS NOT NULL;
SELECT kit_protect('vital_alert');

CREATE TABLE vital_sign (
    clinic_id         uuid        NOT NULL,
    id                uuid        NOT NULL,
    session_id        uuid        NOT NULL,
    measured_at       timestamptz NOT NULL,
    recorded_at       timestamptz NOT NULL,
    recorded_by       uuid        NOT NULL,
    alert_id          uuid,
    recorded_late     boolean     NOT NULL,
    systolic          smallint,
    diastolic         smallint,
    heart_rate        smallint,
    oxygen_saturation smallint,
    respiratory_rate  smallint,
    moaas             smallint,
    rass              smallint,
    cadss             smallint,
    cadss6            smallint,
    suds              smallint,
    plan_minute       smallint,
    timing            text        NOT NULL,
    symptoms          text,
    CONSTRAINT pk_vital_sign PRIMARY KEY (id),
    CONSTRAINT fk_vital_sign_session_id FOREIGN KEY (clinic_id, session_id) REFERENCES treatment_session (clinic_id, id),
    CONSTRAINT fk_vital_sign_alert_id FOREIGN KEY (clinic_id, alert_id) REFERENCES vital_alert (clinic_id, id),
    CONSTRAINT ck_vital_sign_valid CHECK (timing = 'INVALID_READING' OR (
        (systolic IS NULL OR systolic BETWEEN 50 AND 280) AND (diastolic IS NULL OR diastolic BETWEEN 20 AND 180)
        AND (systolic IS NULL OR diastolic IS NULL OR systolic > diastolic)
        AND (heart_rate IS NULL OR heart_rate BETWEEN 20 AND 250)
        AND (oxygen_saturation IS NULL OR oxygen_saturation BETWEEN 50 AND 100)
        AND (respiratory_rate IS NULL OR respiratory_rate BETWEEN 0 AND 60)))
);
CREATE INDEX ix_vital_sign_session ON vital_sign (clinic_id, session_id, measured_at);
CREATE UNIQUE INDEX uq_vital_sign_plan_minute ON vital_sign (clinic_id, session_id, plan_minute) WHERE plan_minute IS NOT NULL;
COMMENT ON COLUMN vital_sign.systolic IS 'mmHg, LOINC 8480-6';
COMMENT ON COLUMN vital_sign.diastolic IS 'mmHg, LOINC 8462-4';
COMMENT ON COLUMN vital_sign.heart_rate IS 'beats/min, LOINC 8867-4';
COMMENT ON COLUMN vital_sign.oxygen_saturation IS 'percent, LOINC 2708-6';
COMMENT ON COLUMN vital_sign.respiratory_rate IS 'breaths/min, LOINC 9279-1';
COMMENT ON COLUMN vital_sign.plan_minute IS 'Minute of the monitoring plan it fills; null = none';
SELECT kit_protect_append_only('vital_sign');
