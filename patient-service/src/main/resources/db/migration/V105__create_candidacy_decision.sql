-- V105: candidacy decisions, each with all it was taken on, so that it can be computed again. Only the state moves on.
CREATE TABLE candidacy_decision (
    id               uuid        NOT NULL,
    clinic_id        uuid        NOT NULL,
    version          bigint      NOT NULL,
    patient_id       uuid        NOT NULL,
    inputs           jsonb       NOT NULL,
    result           jsonb       NOT NULL,
    outcome          text        NOT NULL,
    decided_by       uuid        NOT NULL,
    decided_at       timestamptz NOT NULL,
    rationale        text,
    expires_at       timestamptz NOT NULL,
    status           text        NOT NULL,
    status_since     timestamptz NOT NULL,
    second_reader    uuid,
    end_reason_codes jsonb,
    CONSTRAINT pk_candidacy_decision PRIMARY KEY (id),
    CONSTRAINT uq_candidacy_decision_clinic UNIQUE (clinic_id, id),
    CONSTRAINT ck_candidacy_decision_expires CHECK (expires_at > decided_at),
    CONSTRAINT ck_candidacy_decision_reader CHECK (second_reader IS NULL OR second_reader <> decided_by),
    CONSTRAINT fk_candidacy_decision_patient FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id)
);
CREATE INDEX ix_candidacy_decision_patient ON candidacy_decision (clinic_id, patient_id, id DESC);
CREATE UNIQUE INDEX uq_candidacy_decision_standing ON candidacy_decision (clinic_id, patient_id)
    WHERE status IN ('AWAITING_SECOND_READER', 'IN_FORCE');
CREATE INDEX ix_candidacy_decision_expires ON candidacy_decision (clinic_id, expires_at)
    WHERE status IN ('AWAITING_SECOND_READER', 'IN_FORCE');
COMMENT ON INDEX uq_candidacy_decision_standing IS 'A patient has at most one decision in force';
SELECT kit_protect('candidacy_decision');

CREATE FUNCTION refuse_change_of_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A decision is never changed' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER tr_candidacy_decision_fixed BEFORE UPDATE ON candidacy_decision
    FOR EACH ROW WHEN (OLD.inputs <> NEW.inputs OR OLD.result <> NEW.result OR OLD.outcome <> NEW.outcome
        OR OLD.decided_by <> NEW.decided_by OR OLD.decided_at <> NEW.decided_at OR OLD.expires_at <> NEW.expires_at)
    EXECUTE FUNCTION refuse_change_of_decision();
