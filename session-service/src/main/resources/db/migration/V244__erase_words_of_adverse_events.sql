-- V244: a replica of the release before V243 handles patient.erased.v1 too, and does not know what was written of adverse events. So the mark
-- on the patient takes those words out, whoever sets it, and again when it is told again.
CREATE FUNCTION erase_adverse_event_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE adverse_event SET description = CASE WHEN description IS NOT NULL THEN '[erased]' END,
        amendment_reason = CASE WHEN amendment_reason IS NOT NULL THEN '[erased]' END
     WHERE clinic_id = NEW.clinic_id AND patient_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER tr_patient_standing_adverse_events_erased AFTER UPDATE OF erased_at ON patient_standing
    FOR EACH ROW WHEN (NEW.erased_at IS NOT NULL) EXECUTE FUNCTION erase_adverse_event_words();
