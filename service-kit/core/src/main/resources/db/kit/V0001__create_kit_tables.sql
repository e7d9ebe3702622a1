-- V0001: the tables and rules that every service needs and none owns.
-- Runs as <service>_migrate after SET ROLE <service>_owner. Placeholders: ${app} and ${relay} are the two login roles that
-- work on the tables; neither owns anything.
-- The clinic of a transaction is the setting app.clinic_id, set with is_local = true by kit_begin. Unset means no rows.

CREATE FUNCTION kit_clinic() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('app.clinic_id', true), '')::uuid;
COMMENT ON FUNCTION kit_clinic() IS 'Clinic of this transaction; null = none, and then no tenant row is visible';

-- Protects a table with a clinic_id: forced row-level security, and the grants of the app role.
CREATE FUNCTION kit_protect(target regclass, deletable boolean DEFAULT false) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
    EXECUTE format('CREATE POLICY clinic ON %s USING (clinic_id = nullif(current_setting(''app.clinic_id'', true), '''')::uuid)'
        || ' WITH CHECK (clinic_id = nullif(current_setting(''app.clinic_id'', true), '''')::uuid)', target);
    EXECUTE format('REVOKE ALL ON %s FROM PUBLIC', target);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE ON %s TO %I', target, '${app}');
    IF deletable THEN
        EXECUTE format('GRANT DELETE ON %s TO %I', target, '${app}');
    END IF;
END $$;

-- The same for a table whose rows are never changed.
CREATE FUNCTION kit_protect_append_only(target regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM kit_protect(target);
    EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %s FROM %I', target, '${app}');
END $$;

-- Clinics this service has met. No tenant data: jobs walk over it.
CREATE TABLE known_clinic (
    id         uuid        NOT NULL,
    first_seen timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_known_clinic PRIMARY KEY (id)
);
GRANT SELECT, INSERT ON known_clinic TO ${app};
GRANT SELECT ON known_clinic TO ${relay};

-- Events waiting for the relay. A row is written in the transaction that made the fact, and deleted when the broker has it.
CREATE TABLE outbox (
    id         bigint      GENERATED ALWAYS AS IDENTITY,
    clinic_id  uuid,
    partition  smallint    NOT NULL,
    topic      text,
    event_id   uuid        NOT NULL,
    type       text        NOT NULL,
    key        uuid,
    headers    jsonb       NOT NULL,
    payload    text        NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_outbox PRIMARY KEY (id)
);
CREATE INDEX ix_outbox_partition ON outbox (partition, id);
COMMENT ON COLUMN outbox.clinic_id IS 'Null only for rows of the service itself, such as heartbeats';
COMMENT ON COLUMN outbox.topic IS 'Null = the topic of the service''s events';
COMMENT ON COLUMN outbox.headers IS 'All record headers as they are sent, name to text';
ALTER TABLE outbox ENABLE ROW LEVEL SECURITY;
ALTER TABLE outbox FORCE ROW LEVEL SECURITY;
CREATE POLICY clinic ON outbox FOR INSERT TO ${app}
    WITH CHECK (clinic_id = nullif(current_setting('app.clinic_id', true), '')::uuid);
CREATE POLICY relay ON outbox TO ${relay} USING (true) WITH CHECK (clinic_id IS NULL OR topic IS NOT NULL);
GRANT INSERT ON outbox TO ${app};
GRANT SELECT, INSERT, DELETE ON outbox TO ${relay};
ALTER TABLE outbox SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0);

-- Events already applied, by consumer.
CREATE TABLE inbox (
    consumer    text        NOT NULL,
    event_id    uuid        NOT NULL,
    clinic_id   uuid        NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_inbox PRIMARY KEY (consumer, event_id)
);
SELECT kit_protect('inbox', true);
REVOKE UPDATE ON inbox FROM ${app};

-- Events that cannot be applied. An operators' table, reached through the management port alone: an unreadable event has
-- no clinic, so the table stands outside the clinics; no resource of the API reads it.
CREATE TABLE dead_letter (
    id          uuid        NOT NULL,
    clinic      uuid,
    topic       text        NOT NULL,
    partition   integer     NOT NULL,
    "offset"    bigint      NOT NULL,
    key         text,
    headers     jsonb       NOT NULL,
    value       bytea,
    reason      text        NOT NULL,
    error_class text,
    received_at timestamptz NOT NULL DEFAULT now(),
    replayed_at timestamptz,
    CONSTRAINT pk_dead_letter PRIMARY KEY (id),
    CONSTRAINT uq_dead_letter_place UNIQUE (topic, partition, "offset")
);
COMMENT ON COLUMN dead_letter.clinic IS 'What the event claimed, unproven; null when it claimed none';
GRANT SELECT, INSERT, UPDATE ON dead_letter TO ${app};

-- First answers of calls that named themselves; kept 24 hours.
CREATE TABLE idempotency_key (
    clinic_id    uuid        NOT NULL,
    subject      text        NOT NULL,
    key          text        NOT NULL,
    route        text        NOT NULL,
    request_hash bytea       NOT NULL,
    status       smallint    NOT NULL,
    headers      jsonb       NOT NULL,
    body         bytea,
    created_at   timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_idempotency_key PRIMARY KEY (clinic_id, subject, key),
    CONSTRAINT ck_idempotency_key_length CHECK (length(key) BETWEEN 1 AND 255)
);
CREATE INDEX ix_idempotency_key_created ON idempotency_key (clinic_id, created_at);
SELECT kit_protect('idempotency_key', true);
REVOKE UPDATE ON idempotency_key FROM ${app};

-- Audit rows committed with what they record, not yet in the chain.
CREATE TABLE audit_pending (
    id           bigint      GENERATED ALWAYS AS IDENTITY,
    clinic_id    uuid        NOT NULL,
    event_id     uuid        NOT NULL,
    occurred_at  timestamptz NOT NULL,
    recorded_at  timestamptz NOT NULL,
    subject      text        NOT NULL,
    client_id    text        NOT NULL,
    roles        text        NOT NULL,
    action       text        NOT NULL,
    entity_type  text        NOT NULL,
    entity_id    uuid,
    about_id     uuid,
    fields       text        NOT NULL,
    outcome      text        NOT NULL,
    problem_code text        NOT NULL,
    request_id   text        NOT NULL,
    trace_id     text        NOT NULL,
    ip           text        NOT NULL,
    service      text        NOT NULL,
    version      text        NOT NULL,
    CONSTRAINT pk_audit_pending PRIMARY KEY (id)
);
SELECT kit_protect_append_only('audit_pending');
CREATE POLICY relay ON audit_pending TO ${relay} USING (true) WITH CHECK (false);
GRANT SELECT, DELETE ON audit_pending TO ${relay};
ALTER TABLE audit_pending SET (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0);

-- The audit trail: one hash chain for each clinic. Nobody but the owner can change or delete a row.
CREATE TABLE audit_event (
    clinic_id     uuid        NOT NULL,
    position      bigint      NOT NULL,
    id            uuid        NOT NULL,
    occurred_at   timestamptz NOT NULL,
    recorded_at   timestamptz NOT NULL,
    subject       text        NOT NULL,
    client_id     text        NOT NULL,
    roles         text        NOT NULL,
    action        text        NOT NULL,
    entity_type   text        NOT NULL,
    entity_id     uuid,
    about_id      uuid,
    fields        text        NOT NULL,
    outcome       text        NOT NULL,
    problem_code  text        NOT NULL,
    request_id    text        NOT NULL,
    trace_id      text        NOT NULL,
    ip            text        NOT NULL,
    service       text        NOT NULL,
    version       text        NOT NULL,
    previous_hash bytea       NOT NULL,
    hash          bytea       NOT NULL,
    CONSTRAINT pk_audit_event PRIMARY KEY (clinic_id, position),
    CONSTRAINT ck_audit_event_position CHECK (position >= 1),
    CONSTRAINT ck_audit_event_hash CHECK (length(hash) = 32 AND length(previous_hash) = 32)
);
CREATE INDEX ix_audit_event_about ON audit_event (clinic_id, about_id, position) WHERE about_id IS NOT NULL;
CREATE INDEX ix_audit_event_subject ON audit_event (clinic_id, subject, position);
COMMENT ON COLUMN audit_event.occurred_at IS 'Clinic time, UTC';
COMMENT ON COLUMN audit_event.recorded_at IS 'Real time of the service, UTC';
COMMENT ON COLUMN audit_event.about_id IS 'The person whose data was touched';
SELECT kit_protect_append_only('audit_event');
REVOKE INSERT ON audit_event FROM ${app};
CREATE POLICY relay ON audit_event TO ${relay} USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON audit_event TO ${relay};

-- Where each chain stood, minute by minute; the same row goes to a topic, out of the database's reach.
CREATE TABLE audit_checkpoint (
    clinic_id  uuid        NOT NULL,
    position   bigint      NOT NULL,
    hash       bytea       NOT NULL,
    created_at timestamptz NOT NULL,
    key_id     text        NOT NULL,
    signature  text,
    CONSTRAINT pk_audit_checkpoint PRIMARY KEY (clinic_id, position)
);
SELECT kit_protect_append_only('audit_checkpoint');
REVOKE INSERT ON audit_checkpoint FROM ${app};
CREATE POLICY relay ON audit_checkpoint TO ${relay} USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON audit_checkpoint TO ${relay};

-- How far a sandbox clinic's clock is ahead of real time.
CREATE TABLE sandbox_clock (
    clinic_id      uuid        NOT NULL,
    offset_seconds bigint      NOT NULL,
    changed_at     timestamptz NOT NULL DEFAULT now(),
    changed_by     text        NOT NULL,
    CONSTRAINT pk_sandbox_clock PRIMARY KEY (clinic_id),
    CONSTRAINT ck_sandbox_clock_offset CHECK (offset_seconds >= 0)
);
SELECT kit_protect('sandbox_clock');

-- When the last heartbeat of each partition of another service arrived. No tenant data.
CREATE TABLE knowledge (
    source      text        NOT NULL,
    partition   integer     NOT NULL,
    sent_at     timestamptz NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_knowledge PRIMARY KEY (source, partition)
);
GRANT SELECT, INSERT, UPDATE ON knowledge TO ${app};
