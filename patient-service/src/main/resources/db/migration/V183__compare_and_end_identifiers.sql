-- V183: a number is compared with those of the same giver, whatever its case; a number can end.
ALTER TABLE patient_identifier ADD COLUMN compared text GENERATED ALWAYS AS (lower(btrim(value))) STORED;
CREATE INDEX ix_patient_identifier_compared ON patient_identifier (clinic_id, system, compared);
COMMENT ON TABLE patient_identifier IS 'Numbers by which patients are found, also those out of use; who had one keeps it from others';

CREATE TABLE former_identifier (
    id         uuid        NOT NULL,
    clinic_id  uuid        NOT NULL,
    version    bigint      NOT NULL,
    patient_id uuid        NOT NULL,
    system     text        NOT NULL,
    value      text        NOT NULL,
    reason     text        NOT NULL,
    ended_by   uuid        NOT NULL,
    ended_at   timestamptz NOT NULL,
    CONSTRAINT pk_former_identifier PRIMARY KEY (id),
    CONSTRAINT fk_former_identifier_patient FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id),
    CONSTRAINT ck_former_identifier_reason CHECK (reason IN ('OUT_OF_USE', 'ENTERED_IN_ERROR'))
);
COMMENT ON COLUMN former_identifier.ended_at IS 'UTC, clinic time';
CREATE INDEX ix_former_identifier_patient ON former_identifier (clinic_id, patient_id, id DESC);
SELECT kit_protect_append_only('former_identifier');

-- What erase_identity (V115) takes out of it.
GRANT DELETE ON former_identifier TO ${app};
CREATE FUNCTION forget_former_identifiers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM former_identifier WHERE clinic_id = NEW.clinic_id AND patient_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER tr_patient_forgets_identifiers AFTER UPDATE ON patient
    FOR EACH ROW WHEN (OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL) EXECUTE FUNCTION forget_former_identifiers();
