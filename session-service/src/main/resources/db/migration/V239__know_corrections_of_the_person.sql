-- V239: patient.registered.v1 is told again when birth year or sex at birth is corrected; it says by its revision which telling is the latest.
ALTER TABLE patient_standing ADD COLUMN person_revision bigint, ADD COLUMN person_corrected_at timestamptz;
COMMENT ON COLUMN patient_standing.person_revision IS 'The owner''s count of changes; a lower one comes too late; null = told without it';
COMMENT ON COLUMN patient_standing.person_corrected_at IS 'UTC, clinic time at which a correction was heard; orders and checklists from before it are outdated; null = never';
