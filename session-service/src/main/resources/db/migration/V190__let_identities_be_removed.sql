-- V190: a person's identity can be removed (patient.erased.v1). What was recorded stays; names and free texts in it go.
ALTER TABLE patient_standing ADD COLUMN erased_at timestamptz;
COMMENT ON COLUMN patient_standing.erased_at IS 'UTC, clinic time; null = the identity is known to patient-service';

CREATE FUNCTION refuse_change_unless_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM treatment_session s JOIN patient_standing p ON p.clinic_id = s.clinic_id AND p.id = s.patient_id
                WHERE s.clinic_id = OLD.clinic_id AND s.id = OLD.session_id AND p.erased_at IS NOT NULL) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'What was recorded is never changed' USING ERRCODE = 'check_violation';
END $$;
GRANT UPDATE (escort) ON discharge TO ${app};
GRANT UPDATE (text) ON session_note TO ${app};
CREATE TRIGGER tr_discharge_fixed BEFORE UPDATE ON discharge FOR EACH ROW EXECUTE FUNCTION refuse_change_unless_erased();
CREATE TRIGGER tr_session_note_fixed BEFORE UPDATE ON session_note FOR EACH ROW EXECUTE FUNCTION refuse_change_unless_erased();
