-- V120: who works at the clinic. A member of staff who leaves is ended, never deleted: records name them for ever.
CREATE TABLE practitioner (
    id             uuid        NOT NULL,
    clinic_id      uuid        NOT NULL,
    version        bigint      NOT NULL,
    name           jsonb       NOT NULL,
    identifiers    jsonb       NOT NULL,
    npi            text,
    qualifications jsonb       NOT NULL,
    roles          text[]      NOT NULL,
    subject_id     uuid,
    active_from    timestamptz NOT NULL,
    ended_at       timestamptz,
    end_reason     text,
    created_by     uuid        NOT NULL,
    CONSTRAINT pk_practitioner PRIMARY KEY (id),
    CONSTRAINT uq_practitioner_clinic UNIQUE (clinic_id, id),
    CONSTRAINT ck_practitioner_npi CHECK (npi ~ '^[12][0-9]{9}$'),
    CONSTRAINT ck_practitioner_roles CHECK (cardinality(roles) > 0),
    CONSTRAINT ck_practitioner_ended CHECK ((ended_at IS NULL) = (end_reason IS NULL))
);
CREATE UNIQUE INDEX uq_practitioner_subject ON practitioner (clinic_id, subject_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX uq_practitioner_npi ON practitioner (clinic_id, npi) WHERE ended_at IS NULL;
COMMENT ON COLUMN practitioner.subject_id IS 'Subject of the tokens this person signs in with; null = does not sign in';
COMMENT ON COLUMN practitioner.npi IS 'National Provider Identifier; also among identifiers';
COMMENT ON COLUMN practitioner.ended_at IS 'UTC, clinic time; null = works here';
SELECT kit_protect('practitioner');
