-- V100: the register of patients. One row holds a whole person, so that reading and registering take one statement each.
CREATE TABLE patient (
    id                uuid        NOT NULL,
    clinic_id         uuid        NOT NULL,
    version           bigint      NOT NULL,
    mrn               text        NOT NULL,
    name              jsonb       NOT NULL,
    birth_date        date        NOT NULL,
    sex_at_birth      text        NOT NULL,
    gender_identity   text,
    contact           jsonb       NOT NULL,
    emergency_contact jsonb       NOT NULL,
    escorts           jsonb       NOT NULL,
    language          text        NOT NULL,
    time_zone         text        NOT NULL,
    identifiers       jsonb       NOT NULL,
    programme_state   text        NOT NULL,
    registered_by     uuid        NOT NULL,
    CONSTRAINT pk_patient PRIMARY KEY (id),
    CONSTRAINT uq_patient_clinic UNIQUE (clinic_id, id),
    CONSTRAINT uq_patient_mrn UNIQUE (clinic_id, mrn),
    CONSTRAINT ck_patient_sex_at_birth CHECK (sex_at_birth IN ('FEMALE', 'MALE', 'INTERSEX', 'UNKNOWN'))
);
COMMENT ON COLUMN patient.mrn IS 'The clinic''s own number, random with a check character; also among identifiers';
COMMENT ON COLUMN patient.programme_state IS 'Where the patient stands; table programme holds why';
SELECT kit_protect('patient');

-- Who carries which number of whom: unique inside a clinic, and in another clinic neither in the way nor visible.
CREATE TABLE patient_identifier (
    clinic_id  uuid NOT NULL,
    system     text NOT NULL,
    value      text NOT NULL,
    patient_id uuid NOT NULL,
    CONSTRAINT pk_patient_identifier PRIMARY KEY (clinic_id, system, value),
    CONSTRAINT fk_patient_identifier_patient FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id)
);
CREATE INDEX ix_patient_identifier_patient ON patient_identifier (clinic_id, patient_id);
SELECT kit_protect_append_only('patient_identifier');
