-- V110: holds on the next dose.

CREATE TABLE hold (
    clinic_id     uuid        NOT NULL,
    id            uuid        NOT NULL,
    version       bigint      NOT NULL,
    patient_id    uuid        NOT NULL,
    code          text        NOT NULL,
    severity      text        NOT NULL,
    origin        uuid,
    reason        text        NOT NULL,
    placed_at     timestamptz NOT NULL,
    placed_by     uuid,
    cleared_by    uuid,
    cleared_at    timestamptz,
    clear_reason  text,
    cleared_until timestamptz,
    CONSTRAINT pk_hold PRIMARY KEY (id),
    CONSTRAINT uq_hold_clinic UNIQUE (clinic_id, id),
    CONSTRAINT fk_hold_patient_id FOREIGN KEY (clinic_id, patient_id) REFERENCES patient_standing (clinic_id, id),
    CONSTRAINT ck_hold_clearance CHECK ((cleared_by IS NULL) = (cleared_at IS NULL) AND (cleared_by IS NULL) = (clear_reason IS NULL))
);
CREATE INDEX ix_hold_patient ON hold (clinic_id, patient_id, id);
COMMENT ON COLUMN hold.origin IS 'Id of the safety alert, vital alert or session that placed it; null = placed by hand';
COMMENT ON COLUMN hold.cleared_until IS 'The clearance lapses then and the hold stands again; null = for good';
SELECT kit_protect('hold');
