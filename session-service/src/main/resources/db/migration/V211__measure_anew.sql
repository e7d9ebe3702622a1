-- V211: body data far from what is known is ordered on only when it was measured anew, and why is said.
ALTER TABLE dose_order ADD COLUMN remeasured_reason text;
COMMENT ON COLUMN dose_order.remeasured_reason IS 'Why weight or height differ from what was known; later orders are held against this one. Null = as known';
CREATE INDEX ix_dose_order_patient ON dose_order (clinic_id, patient_id, id);
GRANT UPDATE (remeasured_reason) ON dose_order TO ${app};
CREATE TRIGGER tr_dose_order_fixed BEFORE UPDATE OF remeasured_reason ON dose_order FOR EACH ROW EXECUTE FUNCTION refuse_change_unless_person_erased();
