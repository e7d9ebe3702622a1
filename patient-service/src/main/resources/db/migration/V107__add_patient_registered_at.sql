-- V107: when a patient was registered, so that the fact can be told once more with its own time.
-- Deploy before patient-service 0.1. The default fills rows of earlier builds and is not used afterwards.
ALTER TABLE patient ADD COLUMN registered_at timestamptz NOT NULL DEFAULT now();
COMMENT ON COLUMN patient.registered_at IS 'UTC, clinic time';
