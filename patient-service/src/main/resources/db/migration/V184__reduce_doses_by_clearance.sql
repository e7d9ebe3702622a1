-- V184: the factor a physician asks for when a finding is cleared on the condition of a reduced dose.
ALTER TABLE clearance ADD COLUMN dose_factor numeric(3, 2);
ALTER TABLE clearance ADD CONSTRAINT ck_clearance_dose_factor CHECK (dose_factor > 0 AND dose_factor < 1);
COMMENT ON COLUMN clearance.dose_factor IS 'factor on every dose; null when none was asked for';
