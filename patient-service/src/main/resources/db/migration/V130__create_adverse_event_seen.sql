-- V130: serious adverse events of session-service that have reopened a candidacy, so that each does so once.
CREATE TABLE adverse_event_seen (
    id         uuid        NOT NULL,
    clinic_id  uuid        NOT NULL,
    version    bigint      NOT NULL,
    patient_id uuid        NOT NULL,
    seen_at    timestamptz NOT NULL,
    CONSTRAINT pk_adverse_event_seen PRIMARY KEY (id),
    CONSTRAINT uq_adverse_event_seen_clinic UNIQUE (clinic_id, id),
    CONSTRAINT fk_adverse_event_seen_patient FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id)
);
CREATE INDEX ix_adverse_event_seen_patient ON adverse_event_seen (clinic_id, patient_id);
COMMENT ON COLUMN adverse_event_seen.id IS 'The adverse event''s id in session-service';
SELECT kit_protect_append_only('adverse_event_seen');
