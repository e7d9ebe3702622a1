-- V113: telephone and address as they are compared when two records may be of one person.
ALTER TABLE patient ADD COLUMN contact_phone text
    GENERATED ALWAYS AS (nullif(regexp_replace(contact ->> 'phone', '[^0-9]', '', 'g'), '')) STORED;
ALTER TABLE patient ADD COLUMN contact_email text GENERATED ALWAYS AS (nullif(lower(trim(contact ->> 'email')), '')) STORED;
CREATE INDEX ix_patient_contact_phone ON patient (clinic_id, contact_phone) WHERE contact_phone IS NOT NULL;
CREATE INDEX ix_patient_contact_email ON patient (clinic_id, contact_email) WHERE contact_email IS NOT NULL;
