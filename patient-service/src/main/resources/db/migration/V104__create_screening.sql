-- V104: screening visits and physicians' clearances. Append only: a correction is a new visit or a new clearance.
CREATE TABLE screening (
    id            uuid        NOT NULL,
    clinic_id     uuid        NOT NULL,
    version       bigint      NOT NULL,
    patient_id    uuid        NOT NULL,
    answers       jsonb       NOT NULL,
    performed_at  timestamptz NOT NULL,
    recorded_by   uuid        NOT NULL,
    recorded_at   timestamptz NOT NULL,
    recorded_late boolean     NOT NULL,
    CONSTRAINT pk_screening PRIMARY KEY (id),
    CONSTRAINT uq_screening_clinic UNIQUE (clinic_id, id),
    CONSTRAINT fk_screening_patient FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id)
);
CREATE INDEX ix_screening_patient ON screening (clinic_id, patient_id, id DESC);
COMMENT ON COLUMN screening.performed_at IS 'UTC; when the visit was, recorded_at when it was written down';
SELECT kit_protect_append_only('screening');

CREATE TABLE clearance (
    id           uuid        NOT NULL,
    clinic_id    uuid        NOT NULL,
    version      bigint      NOT NULL,
    patient_id   uuid        NOT NULL,
    screening_id uuid        NOT NULL,
    finding_code text        NOT NULL,
    cleared_by   uuid        NOT NULL,
    cleared_at   timestamptz NOT NULL,
    rationale    text        NOT NULL,
    conditions   jsonb       NOT NULL,
    expires_at   timestamptz NOT NULL,
    CONSTRAINT pk_clearance PRIMARY KEY (id),
    CONSTRAINT uq_clearance_clinic UNIQUE (clinic_id, id),
    CONSTRAINT ck_clearance_expires CHECK (expires_at > cleared_at),
    CONSTRAINT fk_clearance_patient FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id),
    CONSTRAINT fk_clearance_screening FOREIGN KEY (clinic_id, screening_id) REFERENCES screening (clinic_id, id)
);
CREATE INDEX ix_clearance_patient ON clearance (clinic_id, patient_id, id);
CREATE INDEX ix_clearance_screening ON clearance (clinic_id, screening_id);
SELECT kit_protect_append_only('clearance');
