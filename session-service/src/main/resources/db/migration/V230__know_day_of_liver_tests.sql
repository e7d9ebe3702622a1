-- V230: the day of the liver tests a candidacy decision rests on; more than six doses need newer ones (programme section 4).
-- Null until patient-service tells the decision again: then no such course begins.
ALTER TABLE patient_standing ADD COLUMN liver_tested_on date;
COMMENT ON COLUMN patient_standing.liver_tested_on IS 'Where the patient lives; null = not told';
