-- V103: earlier treatments. Append only: a wrong row is followed by a right one, and the history stays readable.
CREATE TABLE prior_treatment (
    id          uuid        NOT NULL,
    clinic_id   uuid        NOT NULL,
    version     bigint      NOT NULL,
    patient_id  uuid        NOT NULL,
    trial       jsonb       NOT NULL,
    recorded_by uuid        NOT NULL,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT pk_prior_treatment PRIMARY KEY (id),
    CONSTRAINT uq_prior_treatment_clinic UNIQUE (clinic_id, id),
    CONSTRAINT fk_prior_treatment_patient FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id)
);
CREATE INDEX ix_prior_treatment_patient ON prior_treatment (clinic_id, patient_id, id);
SELECT kit_protect_append_only('prior_treatment');
