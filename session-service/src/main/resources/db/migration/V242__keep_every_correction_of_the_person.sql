-- V242: a dose that was given before a correction of birth year or sex was heard can be written down after it, and is then judged by the
-- corrections heard before it: every moment is kept beside the last one, which the release before still writes alone.
ALTER TABLE patient_standing ADD COLUMN person_corrections timestamptz[];
COMMENT ON COLUMN patient_standing.person_corrections IS 'UTC, clinic times at which corrections were heard, oldest first; what was decided before one and used after it is outdated; null = none heard since V242';

-- delete_facts (V240) names the columns it empties; this one goes with them.
CREATE FUNCTION forget_corrections() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.person_corrections := NULL;
    RETURN NEW;
END $$;
CREATE TRIGGER tr_patient_standing_corrections_forgotten BEFORE UPDATE ON patient_standing
    FOR EACH ROW WHEN (NEW.facts_deleted_at IS NOT NULL) EXECUTE FUNCTION forget_corrections();
