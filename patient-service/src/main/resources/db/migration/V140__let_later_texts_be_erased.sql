-- V140: what erase_identity (V115) takes out of the tables that came after it.
CREATE OR REPLACE FUNCTION refuse_change_of_submission() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.patient_id IS NOT NULL AND is_erased(OLD.clinic_id, OLD.patient_id)
        AND NEW.partner = OLD.partner AND NEW.received_at = OLD.received_at THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'What a partner sent is never changed' USING ERRCODE = 'check_violation';
END $$;
GRANT UPDATE (closing_note) ON programme_transition TO ${app};
GRANT UPDATE (reason) ON modality_confirmation TO ${app};
CREATE TRIGGER tr_programme_transition_fixed BEFORE UPDATE ON programme_transition
    FOR EACH ROW EXECUTE FUNCTION refuse_change_unless_erased();
CREATE TRIGGER tr_modality_confirmation_fixed BEFORE UPDATE ON modality_confirmation
    FOR EACH ROW EXECUTE FUNCTION refuse_change_unless_erased();
