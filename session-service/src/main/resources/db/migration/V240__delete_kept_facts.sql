-- V240: deletes what was kept of an erased person once the day patient-service told with the erasure is over (docs/erasure.md).
-- The row of the patient stays without a fact in it, so that nothing told later is taken for a new person.
ALTER TABLE patient_standing ADD COLUMN keep_until date, ADD COLUMN facts_deleted_at timestamptz;
ALTER TABLE patient_standing ADD CONSTRAINT ck_patient_standing_erased CHECK (erased_at IS NOT NULL OR (keep_until IS NULL AND facts_deleted_at IS NULL));
CREATE INDEX ix_patient_standing_keep_until ON patient_standing (clinic_id, keep_until) WHERE keep_until IS NOT NULL AND facts_deleted_at IS NULL;
COMMENT ON COLUMN patient_standing.keep_until IS 'UTC; the last day on which clinical facts without identity are kept; null = not erased, or erased before the day was read';
COMMENT ON COLUMN patient_standing.facts_deleted_at IS 'UTC, clinic time; null = clinical facts are kept';

-- Whatever the service believes: not before the period is over. Its last day still belongs to it.
CREATE FUNCTION refuse_early_deletion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.facts_deleted_at IS NULL AND OLD.keep_until < (NEW.facts_deleted_at AT TIME ZONE 'UTC')::date THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'What was recorded is kept until its date' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER tr_patient_standing_facts_deleted BEFORE UPDATE ON patient_standing
    FOR EACH ROW WHEN (NEW.facts_deleted_at IS DISTINCT FROM OLD.facts_deleted_at) EXECUTE FUNCTION refuse_early_deletion();

-- The argument names the column of the patient's id, or says that the row's session has it.
CREATE FUNCTION refuse_deletion_of_facts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    patient uuid := (to_jsonb(OLD) ->> TG_ARGV[0])::uuid;
BEGIN
    IF TG_ARGV[0] = 'session_id' THEN
        SELECT s.patient_id INTO patient FROM treatment_session s WHERE s.clinic_id = OLD.clinic_id AND s.id = patient;
    END IF;
    IF EXISTS (SELECT FROM patient_standing p WHERE p.clinic_id = OLD.clinic_id AND p.id = patient AND p.facts_deleted_at IS NOT NULL) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'What was recorded is kept until its date' USING ERRCODE = 'check_violation';
END $$;
DO $$
DECLARE
    kept record;
BEGIN
    FOR kept IN VALUES ('care_team', 'id'), ('course', 'patient_id'), ('course_review', 'patient_id'), ('discharge', 'patient_id'),
            ('dose', 'patient_id'), ('dose_order', 'patient_id'), ('hold', 'patient_id'), ('integration_task', 'patient_id'),
            ('integration_work', 'patient_id'), ('known_consent', 'patient_id'), ('known_safety_alert', 'patient_id'),
            ('known_score', 'patient_id'), ('pre_dose_checklist', 'patient_id'), ('pre_dose_checklist_version', 'patient_id'),
            ('recovery_assessment', 'patient_id'), ('session_note', 'session_id'), ('treatment_session', 'patient_id'),
            ('vital_alert', 'patient_id'), ('vital_sign', 'session_id') LOOP
        EXECUTE format('GRANT DELETE ON %I TO %I', kept.column1, '${app}');
        EXECUTE format('CREATE TRIGGER %I BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_deletion_of_facts(%L)',
            'tr_' || kept.column1 || '_kept', kept.column1, kept.column2);
    END LOOP;
END $$;

-- The ledger keeps its movements, which balance without saying to whom a drug was given: that alone goes.
GRANT UPDATE (session_id, dose_id, patient_id) ON ledger_movement TO ${app};
CREATE FUNCTION refuse_unlinking() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.session_id IS NULL AND NEW.dose_id IS NULL AND NEW.patient_id IS NULL AND EXISTS (SELECT FROM patient_standing p
             WHERE p.clinic_id = OLD.clinic_id AND p.facts_deleted_at IS NOT NULL AND p.id = coalesce(OLD.patient_id,
                 (SELECT s.patient_id FROM treatment_session s WHERE s.clinic_id = OLD.clinic_id AND s.id = OLD.session_id))) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'What was recorded is never changed' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER tr_ledger_movement_unlinked BEFORE UPDATE OF session_id, dose_id, patient_id ON ledger_movement
    FOR EACH ROW EXECUTE FUNCTION refuse_unlinking();
DROP TRIGGER tr_ledger_movement_fixed ON ledger_movement;
CREATE TRIGGER tr_ledger_movement_fixed BEFORE UPDATE OF reason ON ledger_movement
    FOR EACH ROW EXECUTE FUNCTION refuse_change_unless_erased();

-- All records of one person go together: a dose given under one may be integrated under another.
CREATE FUNCTION delete_facts(person uuid, at timestamptz) RETURNS SETOF uuid LANGUAGE plpgsql AS $$
DECLARE
    records uuid[];
    visits uuid[];
BEGIN
    SELECT array_agg(p.id) INTO records FROM patient_standing p
     WHERE p.clinic_id = kit_clinic() AND p.facts_deleted_at IS NULL AND p.id IN (
        WITH kin AS (SELECT m.id, m.survivor_id FROM merged_record m WHERE m.clinic_id = kit_clinic() AND m.survivor_id IN
                        (person, (SELECT own.survivor_id FROM merged_record own WHERE own.clinic_id = kit_clinic() AND own.id = person)))
        SELECT person UNION SELECT id FROM kin UNION SELECT survivor_id FROM kin);
    SELECT array_agg(s.id) INTO visits FROM treatment_session s WHERE s.clinic_id = kit_clinic() AND s.patient_id = ANY (records);
    UPDATE patient_standing SET birth_year = NULL, sex_at_birth = NULL, person_corrected_at = NULL, candidacy = NULL, candidacy_decision_id = NULL,
        candidacy_decided_at = NULL, candidacy_since = NULL, candidacy_expires_at = NULL, ended_decisions = '{}', low_start = false,
        dose_factor = 1, dose_factor_parenteral = NULL, codes = '', liver_tested_on = NULL, primary_diagnosis = NULL, primary_instrument = NULL,
        baseline_completed_at = NULL, consent_since = NULL, consent_valid_until = NULL, facts_deleted_at = at, version = version + 1
     WHERE clinic_id = kit_clinic() AND id = ANY (records);
    UPDATE ledger_movement SET session_id = NULL, dose_id = NULL, patient_id = NULL
     WHERE clinic_id = kit_clinic() AND (patient_id = ANY (records) OR session_id = ANY (visits));
    UPDATE destruction_proposal SET session_id = NULL, version = version + 1 WHERE clinic_id = kit_clinic() AND session_id = ANY (visits);
    DELETE FROM vital_sign WHERE clinic_id = kit_clinic() AND session_id = ANY (visits);
    DELETE FROM vital_alert WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM session_note WHERE clinic_id = kit_clinic() AND session_id = ANY (visits);
    DELETE FROM integration_work WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM integration_task WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM recovery_assessment WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM discharge WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM pre_dose_checklist_version WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM pre_dose_checklist WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM treatment_session WHERE clinic_id = kit_clinic() AND patient_id = ANY (records) AND kind = 'INTEGRATION';
    DELETE FROM dose WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM treatment_session WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM dose_order WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM course_review WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM course WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM hold WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM known_consent WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM known_safety_alert WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM known_score WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM care_team WHERE clinic_id = kit_clinic() AND id = ANY (records);
    RETURN QUERY SELECT unnest(records);
END $$;
COMMENT ON FUNCTION delete_facts(uuid, timestamptz) IS 'Answers the ids of the records it has emptied; refused before the period of each is over';
