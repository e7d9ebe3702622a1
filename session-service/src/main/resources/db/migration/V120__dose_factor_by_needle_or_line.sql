-- V120: the factor of the candidacy decision for IM, SC and IV; a CYP inhibitor counts less there (dosing section 2).
-- Null for decisions told without it: the smaller dose_factor then holds by every route.

ALTER TABLE patient_standing
    ADD COLUMN dose_factor_parenteral numeric,
    ADD CONSTRAINT ck_patient_standing_dose_factor_parenteral CHECK (dose_factor_parenteral > 0 AND dose_factor_parenteral <= 1);
COMMENT ON COLUMN patient_standing.dose_factor IS 'Sublingual and nasal, and every route when dose_factor_parenteral is null';
COMMENT ON COLUMN patient_standing.dose_factor_parenteral IS 'IM, SC and IV; null = not told';
