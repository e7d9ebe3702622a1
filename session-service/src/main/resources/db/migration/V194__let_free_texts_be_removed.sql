-- V194: every free text of a person goes when the identity is removed, not only the notes of V190. Codes and numbers stay.
CREATE FUNCTION refuse_change_unless_person_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM patient_standing p WHERE p.clinic_id = OLD.clinic_id AND p.id = OLD.patient_id AND p.erased_at IS NOT NULL) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'What was recorded is never changed' USING ERRCODE = 'check_violation';
END $$;
GRANT UPDATE (rationale) ON course_review TO ${app};
GRANT UPDATE (technique, target, homework) ON integration_work TO ${app};
GRANT UPDATE (knowledge_override_reason) ON dose TO ${app};
GRANT UPDATE (reason) ON ledger_movement TO ${app};
CREATE TRIGGER tr_course_review_fixed BEFORE UPDATE ON course_review FOR EACH ROW EXECUTE FUNCTION refuse_change_unless_person_erased();
CREATE TRIGGER tr_integration_work_fixed BEFORE UPDATE ON integration_work FOR EACH ROW EXECUTE FUNCTION refuse_change_unless_person_erased();
CREATE TRIGGER tr_dose_fixed BEFORE UPDATE ON dose FOR EACH ROW EXECUTE FUNCTION refuse_change_unless_person_erased();
CREATE TRIGGER tr_ledger_movement_fixed BEFORE UPDATE ON ledger_movement FOR EACH ROW EXECUTE FUNCTION refuse_change_unless_erased();
