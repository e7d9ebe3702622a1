-- V0002: the beginning and the end of an operation, one round trip each. Both run with the rights of their caller.

CREATE FUNCTION kit_begin(
    p_clinic uuid, p_first_seen boolean, p_sandbox boolean, p_subject text, p_key text,
    OUT offset_seconds bigint, OUT locked boolean, OUT route text, OUT request_hash bytea, OUT status smallint,
    OUT headers jsonb, OUT body bytea)
LANGUAGE plpgsql SECURITY INVOKER AS $$
DECLARE
    created timestamptz;
BEGIN
    PERFORM set_config('app.clinic_id', p_clinic::text, true);
    IF p_first_seen THEN
        INSERT INTO known_clinic (id) VALUES (p_clinic) ON CONFLICT DO NOTHING;
    END IF;
    offset_seconds := 0;
    IF p_sandbox THEN
        SELECT c.offset_seconds INTO offset_seconds FROM sandbox_clock c WHERE c.clinic_id = p_clinic;
        offset_seconds := coalesce(offset_seconds, 0);
    END IF;
    IF p_key IS NOT NULL THEN
        locked := pg_try_advisory_xact_lock(hashtextextended(p_clinic::text || p_subject || '/' || p_key, 1));
        IF locked THEN
            SELECT i.route, i.request_hash, i.status, i.headers, i.body, i.created_at
              INTO route, request_hash, status, headers, body, created
              FROM idempotency_key i WHERE i.clinic_id = p_clinic AND i.subject = p_subject AND i.key = p_key;
            IF created < now() - interval '24 hours' THEN
                DELETE FROM idempotency_key i WHERE i.clinic_id = p_clinic AND i.subject = p_subject AND i.key = p_key;
                status := NULL;
            END IF;
        END IF;
    END IF;
END $$;
COMMENT ON FUNCTION kit_begin IS
    'Binds the transaction to a clinic; answers its clock''s offset and, for a call with a key, its first answer';

-- Events of one key commit in the order of their numbers, since their writers wait for each other here until they commit.
-- Keys are locked in one order, so two writers never wait for each other crosswise.
CREATE FUNCTION kit_end(
    p_clinic uuid,
    p_event_ids uuid[], p_event_types text[], p_event_keys uuid[], p_event_partitions smallint[], p_event_headers text[],
    p_event_payloads text[],
    p_audit_id uuid, p_occurred_at timestamptz, p_recorded_at timestamptz, p_subject text, p_client_id text, p_roles text,
    p_action text, p_entity_type text, p_entity_id uuid, p_about_id uuid, p_fields text, p_outcome text, p_problem_code text,
    p_request_id text, p_trace_id text, p_ip text, p_service text, p_version text,
    p_key_subject text, p_key text, p_route text, p_request_hash bytea, p_status smallint, p_headers text, p_body bytea)
RETURNS void LANGUAGE plpgsql SECURITY INVOKER AS $$
BEGIN
    IF p_audit_id IS NOT NULL THEN
        INSERT INTO audit_pending (clinic_id, event_id, occurred_at, recorded_at, subject, client_id, roles, action,
                entity_type, entity_id, about_id, fields, outcome, problem_code, request_id, trace_id, ip, service, version)
        VALUES (p_clinic, p_audit_id, p_occurred_at, p_recorded_at, p_subject, p_client_id, p_roles, p_action,
                p_entity_type, p_entity_id, p_about_id, p_fields, p_outcome, p_problem_code, p_request_id, p_trace_id, p_ip,
                p_service, p_version);
    END IF;
    IF p_key IS NOT NULL THEN
        INSERT INTO idempotency_key (clinic_id, subject, key, route, request_hash, status, headers, body)
        VALUES (p_clinic, p_key_subject, p_key, p_route, p_request_hash, p_status, p_headers::jsonb, p_body);
    END IF;
    IF p_event_ids IS NOT NULL THEN
        PERFORM pg_advisory_xact_lock(k)
           FROM (SELECT DISTINCT hashtextextended(u::text, 2) AS k FROM unnest(p_event_keys) AS u ORDER BY 1) AS keys;
        INSERT INTO outbox (clinic_id, partition, event_id, type, key, headers, payload)
        SELECT p_clinic, e.partition, e.id, e.type, e.key, e.headers::jsonb, e.payload
          FROM unnest(p_event_ids, p_event_types, p_event_keys, p_event_partitions, p_event_headers, p_event_payloads)
               WITH ORDINALITY AS e(id, type, key, partition, headers, payload, position)
         ORDER BY e.position;
    END IF;
END $$;
COMMENT ON FUNCTION kit_end IS 'Writes what commits with an operation: its audit row, its first answer, its events';
