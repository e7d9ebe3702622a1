-- V122: what a clinic says of itself; one row each, made when the clinic first says it.
CREATE TABLE clinic (
    id               uuid        NOT NULL,
    clinic_id        uuid        NOT NULL,
    version          bigint      NOT NULL,
    revision         bigint      NOT NULL,
    name             text        NOT NULL,
    time_zone        text        NOT NULL,
    address          jsonb       NOT NULL,
    phone            text        NOT NULL,
    emergency_phone  text        NOT NULL,
    CONSTRAINT pk_clinic PRIMARY KEY (id),
    CONSTRAINT uq_clinic_clinic UNIQUE (clinic_id, id),
    CONSTRAINT ck_clinic_own CHECK (id = clinic_id),
    CONSTRAINT ck_clinic_revision CHECK (revision > 0)
);
COMMENT ON COLUMN clinic.emergency_phone IS 'Whom a patient calls between visits when something is wrong';
SELECT kit_protect('clinic');
