-- V115: removes the identity of a person. What was signed about them stays without it until the retention date (docs/erasure.md).
CREATE TABLE erasure (
    id           uuid        NOT NULL,
    clinic_id    uuid        NOT NULL,
    version      bigint      NOT NULL,
    patient_id   uuid        NOT NULL,
    reason       text        NOT NULL,
    requested_by text        NOT NULL,
    recorded_by  uuid        NOT NULL,
    erased_at    timestamptz NOT NULL,
    last_contact timestamptz NOT NULL,
    keep_until   date        NOT NULL,
    CONSTRAINT pk_erasure PRIMARY KEY (id),
    CONSTRAINT uq_erasure_clinic UNIQUE (clinic_id, id),
    CONSTRAINT uq_erasure_patient UNIQUE (clinic_id, patient_id),
    CONSTRAINT fk_erasure_patient FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id)
);
COMMENT ON COLUMN erasure.reason IS 'A code, as requested_by: no text that could name the person again';
COMMENT ON COLUMN erasure.keep_until IS 'Clinical facts without identity are kept until this day';
SELECT kit_protect_append_only('erasure');

CREATE FUNCTION is_erased(clinic uuid, patient uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM patient p WHERE p.clinic_id = clinic AND p.id = patient AND p.erased_at IS NOT NULL)
$$;

-- The one exception to "never changed": texts of a person whose identity was removed.
CREATE OR REPLACE FUNCTION refuse_change_of_signed_intake() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF is_erased(OLD.clinic_id, OLD.patient_id) AND NEW.signed_at = OLD.signed_at AND NEW.signed_by = OLD.signed_by THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'A signed intake is never changed' USING ERRCODE = 'check_violation';
END $$;
CREATE OR REPLACE FUNCTION refuse_change_of_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF is_erased(OLD.clinic_id, OLD.patient_id) AND NEW.result = OLD.result AND NEW.outcome = OLD.outcome
        AND NEW.decided_by = OLD.decided_by AND NEW.decided_at = OLD.decided_at AND NEW.expires_at = OLD.expires_at THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'A decision is never changed' USING ERRCODE = 'check_violation';
END $$;
CREATE OR REPLACE FUNCTION refuse_change_of_consent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF is_erased(OLD.clinic_id, OLD.patient_id) AND NEW.status = OLD.status AND NEW.elements = OLD.elements
        AND NEW.template_version = OLD.template_version AND NEW.signed_at = OLD.signed_at
        AND NEW.expires_at = OLD.expires_at AND NEW.scope = OLD.scope THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'A consent is never changed' USING ERRCODE = 'check_violation';
END $$;

-- Rows that are only ever added may lose their texts, of an erased person alone.
CREATE FUNCTION refuse_change_unless_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF is_erased(OLD.clinic_id, OLD.patient_id) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'What was recorded is never changed' USING ERRCODE = 'check_violation';
END $$;
GRANT UPDATE (trial) ON prior_treatment TO ${app};
GRANT UPDATE (answers) ON screening TO ${app};
GRANT UPDATE (rationale) ON clearance TO ${app};
CREATE TRIGGER tr_prior_treatment_fixed BEFORE UPDATE ON prior_treatment
    FOR EACH ROW EXECUTE FUNCTION refuse_change_unless_erased();
CREATE TRIGGER tr_screening_fixed BEFORE UPDATE ON screening FOR EACH ROW EXECUTE FUNCTION refuse_change_unless_erased();
CREATE TRIGGER tr_clearance_fixed BEFORE UPDATE ON clearance FOR EACH ROW EXECUTE FUNCTION refuse_change_unless_erased();
GRANT UPDATE (reason) ON record_merge TO ${app};
CREATE FUNCTION refuse_change_of_merge_unless_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF is_erased(OLD.clinic_id, OLD.survivor_id) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'What was recorded is never changed' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER tr_record_merge_fixed BEFORE UPDATE ON record_merge
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_merge_unless_erased();
GRANT DELETE ON patient_identifier TO ${app};

-- The document with the texts under these names replaced, however deep they stand.
CREATE FUNCTION without_texts(document jsonb, names text[]) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN CASE jsonb_typeof(document)
        WHEN 'object' THEN (SELECT coalesce(jsonb_object_agg(key, CASE
                WHEN key = ANY (names) AND jsonb_typeof(value) = 'string' THEN to_jsonb('[erased]'::text)
                ELSE without_texts(value, names) END), '{}') FROM jsonb_each(document))
        WHEN 'array' THEN (SELECT coalesce(jsonb_agg(without_texts(value, names) ORDER BY position), '[]')
                FROM jsonb_array_elements(document) WITH ORDINALITY AS element(value, position))
        ELSE document END;
END $$;

-- Takes the identity out of a person's record and out of those that were merged into it.
CREATE FUNCTION erase_identity(person uuid, at timestamptz) RETURNS SETOF uuid LANGUAGE plpgsql AS $$
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
    UPDATE referral SET partner_reference = NULL, note = CASE WHEN note IS NULL THEN NULL ELSE '[erased]' END,
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
COMMENT ON FUNCTION erase_identity(uuid, timestamptz) IS 'Answers the ids of the records it has changed';
