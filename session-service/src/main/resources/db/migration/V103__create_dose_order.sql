-- V103: signed dose orders with their arithmetic. Never changed.

CREATE TABLE dose_order (
    clinic_id                          uuid        NOT NULL,
    id                                 uuid        NOT NULL,
    version                            bigint      NOT NULL,
    course_id                          uuid        NOT NULL,
    patient_id                         uuid        NOT NULL,
    route                              text        NOT NULL,
    milligrams_per_kilogram            numeric     NOT NULL,
    body_weight_kilograms              numeric     NOT NULL,
    height_centimeters                 numeric     NOT NULL,
    sex_at_birth                       text        NOT NULL,
    weighed_at                         timestamptz NOT NULL,
    concentration                      numeric,
    infusion_minutes                   integer,
    diluted_to                         numeric,
    dose_milligrams                    numeric     NOT NULL,
    dose_milligrams_per_kilogram       numeric     NOT NULL,
    effective_milligrams_per_kilogram  numeric     NOT NULL,
    dosing_weight_kilograms            numeric     NOT NULL,
    dose_factor                        numeric     NOT NULL,
    level                              text        NOT NULL,
    cap_milligrams                     numeric     NOT NULL,
    volume_milliliters                 numeric,
    pump_milliliters_per_hour          numeric,
    milligrams_per_kilogram_per_minute numeric,
    arithmetic                         text        NOT NULL,
    signed_by                          uuid        NOT NULL,
    signed_at                          timestamptz NOT NULL,
    CONSTRAINT pk_dose_order PRIMARY KEY (id),
    CONSTRAINT uq_dose_order_clinic UNIQUE (clinic_id, id),
    CONSTRAINT fk_dose_order_course_id FOREIGN KEY (clinic_id, course_id) REFERENCES course (clinic_id, id),
    CONSTRAINT fk_dose_order_patient_id FOREIGN KEY (clinic_id, patient_id) REFERENCES patient_standing (clinic_id, id),
    CONSTRAINT ck_dose_order_cap CHECK (dose_milligrams > 0 AND dose_milligrams <= 450)
);
CREATE INDEX ix_dose_order_course ON dose_order (clinic_id, course_id, id);
COMMENT ON CONSTRAINT ck_dose_order_cap ON dose_order IS 'No route allows more than 450 mg; the route''s own cap is the code''s';
SELECT kit_protect_append_only('dose_order');
