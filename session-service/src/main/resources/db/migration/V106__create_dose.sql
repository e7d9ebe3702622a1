-- V106: doses given. Never changed. One for each session beside a top-up, one for each order.

CREATE TABLE dose (
    clinic_id                       uuid        NOT NULL,
    id                              uuid        NOT NULL,
    version                         bigint      NOT NULL,
    patient_id                      uuid        NOT NULL,
    course_id                       uuid        NOT NULL,
    session_id                      uuid        NOT NULL,
    order_id                        uuid        NOT NULL,
    lot_id                          uuid        NOT NULL,
    dose_number                     integer     NOT NULL,
    top_up                          boolean     NOT NULL,
    route                           text        NOT NULL,
    dose_milligrams                 numeric     NOT NULL,
    dose_milligrams_per_kilogram    numeric     NOT NULL,
    ordered_milligrams_per_kilogram numeric     NOT NULL,
    level                           text        NOT NULL,
    administered_at                 timestamptz NOT NULL,
    administration_ended_at         timestamptz NOT NULL,
    administered_by                 uuid        NOT NULL,
    double_checked_by               uuid        NOT NULL,
    knowledge_override_reason       text,
    recorded_at                     timestamptz NOT NULL,
    recorded_late                   boolean     NOT NULL,
    CONSTRAINT pk_dose PRIMARY KEY (id),
    CONSTRAINT uq_dose_clinic UNIQUE (clinic_id, id),
    CONSTRAINT uq_dose_session UNIQUE (clinic_id, session_id, top_up),
    CONSTRAINT uq_dose_order UNIQUE (clinic_id, order_id),
    CONSTRAINT fk_dose_patient_id FOREIGN KEY (clinic_id, patient_id) REFERENCES patient_standing (clinic_id, id),
    CONSTRAINT fk_dose_course_id FOREIGN KEY (clinic_id, course_id) REFERENCES course (clinic_id, id),
    CONSTRAINT fk_dose_session_id FOREIGN KEY (clinic_id, session_id) REFERENCES treatment_session (clinic_id, id),
    CONSTRAINT fk_dose_order_id FOREIGN KEY (clinic_id, order_id) REFERENCES dose_order (clinic_id, id),
    CONSTRAINT fk_dose_lot_id FOREIGN KEY (clinic_id, lot_id) REFERENCES drug_lot (clinic_id, id),
    CONSTRAINT ck_dose_administration CHECK (administration_ended_at >= administered_at),
    CONSTRAINT ck_dose_double_check CHECK (double_checked_by <> administered_by)
);
CREATE INDEX ix_dose_patient ON dose (clinic_id, patient_id, administered_at);
SELECT kit_protect_append_only('dose');

ALTER TABLE treatment_session
    ADD CONSTRAINT fk_treatment_session_integrates_dose_id FOREIGN KEY (clinic_id, integrates_dose_id) REFERENCES dose (clinic_id, id);
ALTER TABLE ledger_movement
    ADD CONSTRAINT fk_ledger_movement_dose_id FOREIGN KEY (clinic_id, dose_id) REFERENCES dose (clinic_id, id);
