-- V182: what was wrong in an earlier treatment is followed by a further version of it; the last one counts and all are kept.
ALTER TABLE prior_treatment ADD COLUMN treatment_id uuid;
ALTER TABLE prior_treatment ADD COLUMN number int NOT NULL DEFAULT 0;
ALTER TABLE prior_treatment ADD COLUMN status text NOT NULL DEFAULT 'RECORDED';
ALTER TABLE prior_treatment ADD COLUMN reason text;
COMMENT ON COLUMN prior_treatment.treatment_id IS 'The treatment it is a version of: the id of its first version';

-- Rows of earlier builds.
DROP TRIGGER tr_prior_treatment_fixed ON prior_treatment;
ALTER TABLE prior_treatment NO FORCE ROW LEVEL SECURITY;
UPDATE prior_treatment SET treatment_id = id;
ALTER TABLE prior_treatment FORCE ROW LEVEL SECURITY;

ALTER TABLE prior_treatment ALTER COLUMN treatment_id SET NOT NULL;
ALTER TABLE prior_treatment ADD CONSTRAINT uq_prior_treatment_version UNIQUE (clinic_id, treatment_id, number);
ALTER TABLE prior_treatment ADD CONSTRAINT ck_prior_treatment_status CHECK (status IN ('RECORDED', 'CORRECTED', 'ENTERED_IN_ERROR'));
ALTER TABLE prior_treatment ADD CONSTRAINT ck_prior_treatment_first
    CHECK ((number = 0) = (status = 'RECORDED') AND (number = 0) = (reason IS NULL) AND (number > 0 OR treatment_id = id));

-- As refuse_change_unless_erased (V115); the reason loses its words with the trial.
CREATE FUNCTION refuse_change_of_treatment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF is_erased(OLD.clinic_id, OLD.patient_id) THEN
        NEW.reason := CASE WHEN OLD.reason IS NOT NULL THEN '[erased]' END;
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'What was recorded is never changed' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER tr_prior_treatment_fixed BEFORE UPDATE ON prior_treatment
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_treatment();
