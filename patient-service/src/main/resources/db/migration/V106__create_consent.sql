-- V106: signed consents. What was signed is never changed; only the end of a consent is added.
CREATE TABLE consent (
    id                     uuid        NOT NULL,
    clinic_id              uuid        NOT NULL,
    version                bigint      NOT NULL,
    patient_id             uuid        NOT NULL,
    scope                  text        NOT NULL,
    template_version       text        NOT NULL,
    language               text        NOT NULL,
    elements               jsonb       NOT NULL,
    signer                 jsonb       NOT NULL,
    witness                jsonb,
    interpreter            jsonb,
    recorded_by            uuid        NOT NULL,
    decision_id            uuid,
    signed_at              timestamptz NOT NULL,
    expires_at             timestamptz NOT NULL,
    status                 text        NOT NULL,
    ended_at               timestamptz,
    withdrawal_reason      text,
    withdrawal_recorded_by uuid,
    CONSTRAINT pk_consent PRIMARY KEY (id),
    CONSTRAINT uq_consent_clinic UNIQUE (clinic_id, id),
    CONSTRAINT ck_consent_expires CHECK (expires_at > signed_at),
    CONSTRAINT ck_consent_ended CHECK ((status = 'GIVEN') = (ended_at IS NULL)),
    CONSTRAINT ck_consent_decision CHECK ((scope = 'TREATMENT') = (decision_id IS NOT NULL)),
    CONSTRAINT fk_consent_patient FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id),
    CONSTRAINT fk_consent_decision FOREIGN KEY (clinic_id, decision_id) REFERENCES candidacy_decision (clinic_id, id)
);
CREATE INDEX ix_consent_patient ON consent (clinic_id, patient_id, id DESC);
CREATE INDEX ix_consent_decision ON consent (clinic_id, decision_id);
CREATE UNIQUE INDEX uq_consent_given ON consent (clinic_id, patient_id, scope) WHERE status = 'GIVEN';
COMMENT ON INDEX uq_consent_given IS 'A person has at most one standing consent of a scope';
SELECT kit_protect('consent');

CREATE FUNCTION refuse_change_of_consent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A consent is never changed' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER tr_consent_fixed BEFORE UPDATE ON consent
    FOR EACH ROW WHEN (OLD.status <> 'GIVEN' OR OLD.elements <> NEW.elements OR OLD.signer <> NEW.signer
        OR OLD.template_version <> NEW.template_version OR OLD.signed_at <> NEW.signed_at
        OR OLD.expires_at <> NEW.expires_at OR OLD.scope <> NEW.scope)
    EXECUTE FUNCTION refuse_change_of_consent();
