-- V193: since when treatment is accepted and consented to. A dose charted late is held against both; null = not known, and then no.
ALTER TABLE patient_standing ADD COLUMN candidacy_since timestamptz, ADD COLUMN consent_since timestamptz;
COMMENT ON COLUMN patient_standing.candidacy_since IS 'UTC; first of the accepted decisions that followed each other without a gap';
COMMENT ON COLUMN patient_standing.consent_since IS 'UTC; first signature of the active treatment consents that followed each other without a gap';
ALTER TABLE known_consent ADD COLUMN signed_at timestamptz;
COMMENT ON COLUMN known_consent.signed_at IS 'UTC; null until the grant is known';
