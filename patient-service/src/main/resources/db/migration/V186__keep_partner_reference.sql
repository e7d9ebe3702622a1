-- V186: erase_identity (V115) leaves the partner's number, which goes with the referral like everybody's (docs/referrals.md).
CREATE OR REPLACE FUNCTION erase_identity(person uuid, at timestamptz) RETURNS SETOF uuid LANGUAGE plpgsql AS $$
DECLARE
    records  uuid[];
    own      text[] := '{text,name,burden,identityThemes}';
    clinical text[] := '{detail,stopReason,reaction,rationale,reason}';
BEGIN
    SELECT array_agg(id) INTO records FROM patient WHERE clinic_id = kit_clinic() AND (id = person OR merged_into = person);
    UPDATE patient SET
        name = '{"family": "[erased]", "given": ["[erased]"]}', birth_date = date_trunc('year', birth_date)::date,
        gender_identity = NULL, contact = '{}', emergency_contact = '{}', escorts = '[]', language = 'und',
        identifiers = '[]', mrn = 'erased:' || id, erased_at = at, version = version + 1
     WHERE clinic_id = kit_clinic() AND id = ANY (records);
    DELETE FROM patient_identifier WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    UPDATE intake SET content = without_texts(content, own) WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    UPDATE prior_treatment SET trial = without_texts(trial, clinical) WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    UPDATE screening SET answers = without_texts(answers, clinical) WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    UPDATE clearance SET rationale = '[erased]' WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    UPDATE candidacy_decision SET rationale = CASE WHEN rationale IS NULL THEN NULL ELSE '[erased]' END,
        inputs = without_texts(inputs, clinical)
            || jsonb_build_object('intake', without_texts(inputs -> 'intake', own))
     WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    UPDATE consent SET signer = without_texts(signer, '{name}'), witness = without_texts(witness, '{name}'),
        interpreter = without_texts(interpreter, '{name}'),
        withdrawal_reason = CASE WHEN withdrawal_reason IS NULL THEN NULL ELSE '[erased]' END
     WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    UPDATE programme_transition SET closing_note = '[erased]'
     WHERE clinic_id = kit_clinic() AND patient_id = ANY (records) AND closing_note IS NOT NULL;
    UPDATE modality_confirmation SET reason = '[erased]'
     WHERE clinic_id = kit_clinic() AND patient_id = ANY (records) AND reason IS NOT NULL;
    UPDATE referral SET note = CASE WHEN note IS NULL THEN NULL ELSE '[erased]' END,
        submission = submission || jsonb_build_object('reason', '[erased]', 'partnerReference', NULL, 'person',
            (submission -> 'person') || jsonb_build_object('contact', '{}'::jsonb,
                'name', '{"family": "[erased]", "given": ["[erased]"]}'::jsonb,
                'birthDate', CASE jsonb_typeof(submission #> '{person,birthDate}')
                    WHEN 'array' THEN jsonb_build_array(submission #> '{person,birthDate,0}', 1, 1)
                    ELSE to_jsonb(left(submission #>> '{person,birthDate}', 4) || '-01-01') END))
     WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    UPDATE record_merge SET reason = '[erased]' WHERE clinic_id = kit_clinic() AND survivor_id = ANY (records);
    DELETE FROM idempotency_key k USING unnest(records) AS record
     WHERE k.clinic_id = kit_clinic()
       AND (position(record::text IN k.route) > 0 OR position(record::text IN k.headers::text) > 0);
    RETURN QUERY SELECT unnest(records);
END $$;
