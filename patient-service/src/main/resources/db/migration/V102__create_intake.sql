-- V102: intake evaluations. A signed one is never changed, not even by a fault in the service: the trigger refuses it.
CREATE TABLE intake (
    id         uuid        NOT NULL,
    clinic_id  uuid        NOT NULL,
    version    bigint      NOT NULL,
    patient_id uuid        NOT NULL,
    number     integer     NOT NULL,
    content    jsonb       NOT NULL,
    author     uuid        NOT NULL,
    signed_by  uuid,
    signed_at  timestamptz,
    CONSTRAINT pk_intake PRIMARY KEY (id),
    CONSTRAINT uq_intake_clinic UNIQUE (clinic_id, id),
    CONSTRAINT uq_intake_number UNIQUE (clinic_id, patient_id, number),
    CONSTRAINT ck_intake_number CHECK (number > 0),
    CONSTRAINT ck_intake_signed CHECK ((signed_by IS NULL) = (signed_at IS NULL)),
    CONSTRAINT fk_intake_patient FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id)
);
COMMENT ON COLUMN intake.number IS '1, 2, 3.. of this patient';
SELECT kit_protect('intake');

CREATE FUNCTION refuse_change_of_signed_intake() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A signed intake is never changed' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER tr_intake_signed BEFORE UPDATE ON intake
    FOR EACH ROW WHEN (OLD.signed_at IS NOT NULL) EXECUTE FUNCTION refuse_change_of_signed_intake();
