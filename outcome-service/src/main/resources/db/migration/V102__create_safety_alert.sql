-- V102: what clinicians must hear. A row commits in the transaction of the response that raised it.

CREATE TABLE safety_alert (
    id              uuid        NOT NULL,
    clinic_id       uuid        NOT NULL,
    version         bigint      NOT NULL,
    patient_id      uuid        NOT NULL,
    response_id     uuid,
    assessment_id   uuid        NOT NULL,
    instrument      text        NOT NULL,
    code            text        NOT NULL,
    severity        text        NOT NULL,
    items           smallint[]  NOT NULL,
    action          text,
    raised_at       timestamptz NOT NULL,
    escalated_at    timestamptz,
    acknowledged_at timestamptz,
    acknowledged_by text,
    resolved_at     timestamptz,
    resolved_by     text,
    reason          text,
    CONSTRAINT pk_safety_alert PRIMARY KEY (id),
    CONSTRAINT uq_safety_alert_clinic UNIQUE (clinic_id, id),
    CONSTRAINT fk_safety_alert_response FOREIGN KEY (clinic_id, response_id)
        REFERENCES questionnaire_response (clinic_id, id),
    CONSTRAINT fk_safety_alert_assessment FOREIGN KEY (clinic_id, assessment_id) REFERENCES assessment (clinic_id, id),
    CONSTRAINT ck_safety_alert_severity CHECK (severity IN ('AMBER', 'ORANGE', 'RED')),
    CONSTRAINT ck_safety_alert_resolved CHECK ((resolved_at IS NULL) = (reason IS NULL))
);
CREATE UNIQUE INDEX uq_safety_alert_response ON safety_alert (clinic_id, response_id, code) WHERE response_id IS NOT NULL;
CREATE UNIQUE INDEX uq_safety_alert_assessment ON safety_alert (clinic_id, assessment_id, code) WHERE response_id IS NULL;
CREATE INDEX ix_safety_alert_list ON safety_alert (clinic_id, raised_at, id);
CREATE INDEX ix_safety_alert_patient ON safety_alert (clinic_id, patient_id, raised_at);
CREATE INDEX ix_safety_alert_unheard ON safety_alert (clinic_id, raised_at)
    WHERE acknowledged_at IS NULL AND resolved_at IS NULL AND escalated_at IS NULL;
CREATE INDEX ix_safety_alert_code ON safety_alert (clinic_id, code, raised_at);
COMMENT ON COLUMN safety_alert.response_id IS 'Null when the alert is about an answer that did not come';
COMMENT ON COLUMN safety_alert.escalated_at IS 'Clinic time at which it was passed on because nobody had taken it';
COMMENT ON COLUMN safety_alert.reason IS 'Clinician''s words; stays in this table';
SELECT kit_protect('safety_alert');
