-- V140: an erased person is known as such, and what was kept of them is deleted once the day patient-service told is over
-- (docs/erasure.md). The row of the patient stays without a fact in it, so that nothing told later is taken for a new person.
ALTER TABLE treated_patient ADD COLUMN erased_at timestamptz, ADD COLUMN keep_until date, ADD COLUMN facts_deleted_at timestamptz;
ALTER TABLE treated_patient ADD CONSTRAINT ck_treated_patient_erased CHECK ((erased_at IS NULL) = (keep_until IS NULL) AND (erased_at IS NOT NULL OR facts_deleted_at IS NULL));
CREATE INDEX ix_treated_patient_keep_until ON treated_patient (clinic_id, keep_until) WHERE keep_until IS NOT NULL AND facts_deleted_at IS NULL;
COMMENT ON COLUMN treated_patient.erased_at IS 'UTC, clinic time; null = the identity is known to patient-service';
COMMENT ON COLUMN treated_patient.keep_until IS 'UTC; the last day on which clinical facts without identity are kept';
COMMENT ON COLUMN treated_patient.facts_deleted_at IS 'UTC, clinic time; null = clinical facts are kept';

-- Whatever the service believes: not before the period is over. Its last day still belongs to it.
CREATE FUNCTION refuse_early_deletion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.facts_deleted_at IS NULL AND OLD.keep_until < (NEW.facts_deleted_at AT TIME ZONE 'UTC')::date THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'What was recorded is kept until its date' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER tr_treated_patient_facts_deleted BEFORE UPDATE ON treated_patient
    FOR EACH ROW WHEN (NEW.facts_deleted_at IS DISTINCT FROM OLD.facts_deleted_at) EXECUTE FUNCTION refuse_early_deletion();

-- The argument names the column of the patient's id.
CREATE FUNCTION refuse_deletion_of_facts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM treated_patient p WHERE p.clinic_id = OLD.clinic_id AND p.id = (to_jsonb(OLD) ->> TG_ARGV[0])::uuid
                  AND p.facts_deleted_at IS NOT NULL) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'What was recorded is kept until its date' USING ERRCODE = 'check_violation';
END $$;
DO $$
DECLARE
    kept record;
BEGIN
    FOR kept IN VALUES ('administered_dose', 'patient_id'), ('assessment', 'patient_id'), ('care_team', 'id'),
            ('questionnaire_response', 'patient_id'), ('safety_alert', 'patient_id') LOOP
        EXECUTE format('GRANT DELETE ON %I TO %I', kept.column1, '${app}');
        EXECUTE format('CREATE TRIGGER %I BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_deletion_of_facts(%L)',
            'tr_' || kept.column1 || '_kept', kept.column1, kept.column2);
    END LOOP;
END $$;

-- All records of one person go together: an assessment may be answered under another record than it was opened for.
CREATE FUNCTION delete_facts(person uuid, at timestamptz) RETURNS SETOF uuid LANGUAGE plpgsql AS $$
DECLARE
    records uuid[];
BEGIN
    SELECT array_agg(p.id) INTO records FROM treated_patient p
     WHERE p.clinic_id = kit_clinic() AND p.facts_deleted_at IS NULL AND p.id IN (
        WITH kin AS (SELECT m.id, m.survivor_id FROM merged_record m WHERE m.clinic_id = kit_clinic() AND m.survivor_id IN
                        (person, (SELECT own.survivor_id FROM merged_record own WHERE own.clinic_id = kit_clinic() AND own.id = person)))
        SELECT person UNION SELECT id FROM kin UNION SELECT survivor_id FROM kin);
    UPDATE treated_patient SET primary_diagnosis = NULL, treatment_consent_at = NULL, facts_deleted_at = at, version = version + 1
     WHERE clinic_id = kit_clinic() AND id = ANY (records);
    DELETE FROM safety_alert WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM questionnaire_response WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM assessment WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM administered_dose WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM care_team WHERE clinic_id = kit_clinic() AND id = ANY (records);
    RETURN QUERY SELECT unnest(records);
END $$;
COMMENT ON FUNCTION delete_facts(uuid, timestamptz) IS 'Answers the ids of the records it has emptied; refused before the period of each is over';
