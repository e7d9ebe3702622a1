-- V105: the controlled-substance ledger. Movements are never changed; the balance of a lot is kept by a trigger from them
-- and can never fall below zero. Nothing else may touch the balance.

CREATE TABLE drug_lot (
    clinic_id          uuid    NOT NULL,
    id                 uuid    NOT NULL,
    version            bigint  NOT NULL,
    product            text    NOT NULL,
    strength           numeric,
    form               text    NOT NULL,
    lot_number         text    NOT NULL,
    expires_on         date    NOT NULL,
    supplier           text    NOT NULL,
    quarantined        boolean NOT NULL,
    balance_milligrams numeric NOT NULL,
    CONSTRAINT pk_drug_lot PRIMARY KEY (id),
    CONSTRAINT uq_drug_lot_clinic UNIQUE (clinic_id, id),
    CONSTRAINT uq_drug_lot_number UNIQUE (clinic_id, product, lot_number),
    CONSTRAINT ck_drug_lot_balance CHECK (balance_milligrams >= 0)
);
COMMENT ON COLUMN drug_lot.strength IS 'mg/mL; null for solid forms';
SELECT kit_protect('drug_lot');

CREATE TABLE ledger_movement (
    clinic_id     uuid        NOT NULL,
    id            uuid        NOT NULL,
    version       bigint      NOT NULL,
    lot_id        uuid        NOT NULL,
    type          text        NOT NULL,
    milligrams    numeric     NOT NULL,
    lot_delta     numeric     NOT NULL,
    session_delta numeric     NOT NULL,
    session_id    uuid,
    dose_id       uuid,
    patient_id    uuid,
    reason        text,
    recorded_by   uuid        NOT NULL,
    witnessed_by  uuid,
    occurred_at   timestamptz NOT NULL,
    recorded_at   timestamptz NOT NULL,
    CONSTRAINT pk_ledger_movement PRIMARY KEY (id),
    CONSTRAINT uq_ledger_movement_clinic UNIQUE (clinic_id, id),
    CONSTRAINT fk_ledger_movement_lot_id FOREIGN KEY (clinic_id, lot_id) REFERENCES drug_lot (clinic_id, id),
    CONSTRAINT fk_ledger_movement_session_id FOREIGN KEY (clinic_id, session_id) REFERENCES treatment_session (clinic_id, id),
    CONSTRAINT fk_ledger_movement_patient_id FOREIGN KEY (clinic_id, patient_id) REFERENCES patient_standing (clinic_id, id),
    CONSTRAINT ck_ledger_movement_milligrams CHECK (milligrams > 0),
    CONSTRAINT ck_ledger_movement_witness CHECK (type NOT IN ('WASTE', 'DESTROY')
        OR witnessed_by IS NOT NULL AND witnessed_by <> recorded_by)
);
CREATE INDEX ix_ledger_movement_lot ON ledger_movement (clinic_id, lot_id, id);
CREATE INDEX ix_ledger_movement_session ON ledger_movement (clinic_id, session_id) WHERE session_id IS NOT NULL;
SELECT kit_protect_append_only('ledger_movement');

CREATE FUNCTION ledger_keep_balance() RETURNS trigger LANGUAGE plpgsql SECURITY INVOKER AS $$
BEGIN
    IF NEW.lot_delta <> 0 THEN
        UPDATE drug_lot SET balance_milligrams = balance_milligrams + NEW.lot_delta
         WHERE clinic_id = NEW.clinic_id AND id = NEW.lot_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER tr_ledger_movement_balance AFTER INSERT ON ledger_movement
    FOR EACH ROW EXECUTE FUNCTION ledger_keep_balance();

CREATE FUNCTION ledger_guard_balance() RETURNS trigger LANGUAGE plpgsql SECURITY INVOKER AS $$
BEGIN
    IF TG_OP = 'INSERT' AND NEW.balance_milligrams <> 0
        OR TG_OP = 'UPDATE' AND NEW.balance_milligrams <> OLD.balance_milligrams AND pg_trigger_depth() < 2 THEN
        RAISE EXCEPTION 'the balance of a lot changes by a movement only' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER tr_drug_lot_balance BEFORE INSERT OR UPDATE ON drug_lot
    FOR EACH ROW EXECUTE FUNCTION ledger_guard_balance();

CREATE TABLE destruction_proposal (
    clinic_id    uuid        NOT NULL,
    id           uuid        NOT NULL,
    version      bigint      NOT NULL,
    lot_id       uuid        NOT NULL,
    type         text        NOT NULL,
    milligrams   numeric     NOT NULL,
    session_id   uuid,
    reason       text        NOT NULL,
    proposed_by  uuid        NOT NULL,
    occurred_at  timestamptz NOT NULL,
    proposed_at  timestamptz NOT NULL,
    witnessed_by uuid,
    witnessed_at timestamptz,
    CONSTRAINT pk_destruction_proposal PRIMARY KEY (id),
    CONSTRAINT uq_destruction_proposal_clinic UNIQUE (clinic_id, id),
    CONSTRAINT fk_destruction_proposal_lot_id FOREIGN KEY (clinic_id, lot_id) REFERENCES drug_lot (clinic_id, id),
    CONSTRAINT fk_destruction_proposal_session_id FOREIGN KEY (clinic_id, session_id) REFERENCES treatment_session (clinic_id, id),
    CONSTRAINT ck_destruction_proposal_witness CHECK (witnessed_by IS NULL OR witnessed_by <> proposed_by)
);
SELECT kit_protect('destruction_proposal');
