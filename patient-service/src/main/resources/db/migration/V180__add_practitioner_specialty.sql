-- V180: what somebody is trained in, so that what a psychiatrist alone may do is refused to everybody else.
-- Nobody is known as a psychiatrist until a clinic-admin says so.
ALTER TABLE practitioner ADD COLUMN specialties jsonb NOT NULL DEFAULT '[]';
COMMENT ON COLUMN practitioner.specialties IS 'FHIR Codings: system and code';
