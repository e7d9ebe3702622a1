-- V151: deletes what was kept of an erased person once the period of their erasure is over (docs/erasure.md). The row of the
-- patient stays without a fact in it, so that the id says what became of it and nothing told later is taken for a new person.
ALTER TABLE patient ADD COLUMN facts_deleted_at timestamptz;
ALTER TABLE patient ALTER COLUMN birth_date DROP NOT NULL;
ALTER TABLE patient ADD CONSTRAINT ck_patient_birth_date CHECK (birth_date IS NOT NULL OR facts_deleted_at IS NOT NULL);
COMMENT ON COLUMN patient.facts_deleted_at IS 'UTC, clinic time; null = clinical facts are kept';

-- Whatever the service believes: not before the period is over. Its last day still belongs to it.
CREATE FUNCTION refuse_early_deletion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.facts_deleted_at IS NOT NULL AND EXISTS (SELECT FROM erasure e
             WHERE e.clinic_id = NEW.clinic_id AND e.patient_id IN (NEW.id, NEW.merged_into)
               AND e.keep_until < (NEW.facts_deleted_at AT TIME ZONE 'UTC')::date) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'What was recorded is kept until its date' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER tr_patient_facts_deleted BEFORE UPDATE ON patient
    FOR EACH ROW WHEN (NEW.facts_deleted_at IS DISTINCT FROM OLD.facts_deleted_at) EXECUTE FUNCTION refuse_early_deletion();

-- The argument names the column of the patient's id.
CREATE FUNCTION refuse_deletion_of_facts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM patient p WHERE p.clinic_id = OLD.clinic_id AND p.id = (to_jsonb(OLD) ->> TG_ARGV[0])::uuid
                  AND p.facts_deleted_at IS NOT NULL) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'What was recorded is kept until its date' USING ERRCODE = 'check_violation';
END $$;
DO $$
DECLARE
    kept record;
BEGIN
    FOR kept IN VALUES ('adverse_event_seen', 'patient_id'), ('candidacy_decision', 'patient_id'), ('care_team', 'id'),
            ('care_team_member', 'patient_id'), ('clearance', 'patient_id'), ('consent', 'patient_id'), ('dosing_history', 'id'),
            ('intake', 'patient_id'), ('modality_confirmation', 'patient_id'), ('modality_evaluation', 'patient_id'),
            ('modality_facts', 'id'), ('patient_diagnosis', 'patient_id'), ('prior_treatment', 'patient_id'), ('programme', 'id'),
            ('programme_transition', 'patient_id'), ('record_merge', 'survivor_id'), ('referral', 'patient_id'),
            ('risk_flag', 'patient_id'), ('screening', 'patient_id') LOOP
        EXECUTE format('GRANT DELETE ON %I TO %I', kept.column1, '${app}');
        EXECUTE format('CREATE TRIGGER %I BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_deletion_of_facts(%L)',
            'tr_' || kept.column1 || '_kept', kept.column1, kept.column2);
    END LOOP;
END $$;

CREATE FUNCTION delete_facts(person uuid, at timestamptz) RETURNS SETOF uuid LANGUAGE plpgsql AS $$
DECLARE
    records uuid[];
BEGIN
    SELECT array_agg(id) INTO records FROM patient WHERE clinic_id = kit_clinic() AND (id = person OR merged_into = person);
    UPDATE patient SET birth_date = NULL, sex_at_birth = 'UNKNOWN', time_zone = 'UTC', programme_state = 'CLOSED',
        facts_deleted_at = at, version = version + 1
     WHERE clinic_id = kit_clinic() AND id = ANY (records);
    DELETE FROM adverse_event_seen WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM care_team_member WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM care_team WHERE clinic_id = kit_clinic() AND id = ANY (records);
    DELETE FROM clearance WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM consent WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM candidacy_decision WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM dosing_history WHERE clinic_id = kit_clinic() AND id = ANY (records);
    DELETE FROM intake WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM modality_confirmation WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM modality_evaluation WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM modality_facts WHERE clinic_id = kit_clinic() AND id = ANY (records);
    DELETE FROM patient_diagnosis WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM prior_treatment WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM programme WHERE clinic_id = kit_clinic() AND id = ANY (records);
    DELETE FROM programme_transition WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM record_merge WHERE clinic_id = kit_clinic() AND survivor_id = ANY (records);
    DELETE FROM referral WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM risk_flag WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM screening WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    RETURN QUERY SELECT unnest(records);
END $$;
COMMENT ON FUNCTION delete_facts(uuid, timestamptz) IS 'Answers the ids of the records it has emptied; refused before the period is over';
