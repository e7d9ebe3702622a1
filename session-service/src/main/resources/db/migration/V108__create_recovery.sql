-- V108: recovery assessments and discharges. Never changed.

CREATE TABLE recovery_assessment (
    clinic_id     uuid        NOT NULL,
    id            uuid        NOT NULL,
    version       bigint      NOT NULL,
    session_id    uuid        NOT NULL,
    dose_id       uuid        NOT NULL,
    patient_id    uuid        NOT NULL,
    assessed_at   timestamptz NOT NULL,
    findings      jsonb       NOT NULL,
    recovered     boolean     NOT NULL,
    unmet         text        NOT NULL,
    assessed_by   uuid        NOT NULL,
    recorded_at   timestamptz NOT NULL,
    recorded_late boolean     NOT NULL,
    CONSTRAINT pk_recovery_assessment PRIMARY KEY (id),
    CONSTRAINT uq_recovery_assessment_clinic UNIQUE (clinic_id, id),
    CONSTRAINT fk_recovery_assessment_session_id FOREIGN KEY (clinic_id, session_id) REFERENCES treatment_session (clinic_id, id),
    CONSTRAINT fk_recovery_assessment_dose_id FOREIGN KEY (clinic_id, dose_id) REFERENCES dose (clinic_id, id),
    CONSTRAINT fk_recovery_assessment_patient_id FOREIGN KEY (clinic_id, patient_id) REFERENCES patient_standing (clinic_id, id),
    CONSTRAINT ck_recovery_assessment_unmet CHECK (recovered = (unmet = ''))
);
CREATE INDEX ix_recovery_assessment_session ON recovery_assessment (clinic_id, session_id, id);
SELECT kit_protect_append_only('recovery_assessment');

CREATE TABLE discharge (
    clinic_id              uuid        NOT NULL,
    id                     uuid        NOT NULL,
    version                bigint      NOT NULL,
    session_id             uuid        NOT NULL,
    dose_id                uuid        NOT NULL,
    patient_id             uuid        NOT NULL,
    recovered_at           timestamptz NOT NULL,
    discharged_at          timestamptz NOT NULL,
    escort                 jsonb       NOT NULL,
    written_instructions   boolean     NOT NULL,
    spoken_instructions    boolean     NOT NULL,
    next_contact_at        timestamptz NOT NULL,
    emergency_number_given boolean     NOT NULL,
    discharged_by          uuid        NOT NULL,
    recorded_at            timestamptz NOT NULL,
    recorded_late          boolean     NOT NULL,
    CONSTRAINT pk_discharge PRIMARY KEY (id),
    CONSTRAINT uq_discharge_clinic UNIQUE (clinic_id, id),
    CONSTRAINT uq_discharge_session UNIQUE (clinic_id, session_id),
    CONSTRAINT fk_discharge_session_id FOREIGN KEY (clinic_id, session_id) REFERENCES treatment_session (clinic_id, id),
    CONSTRAINT fk_discharge_dose_id FOREIGN KEY (clinic_id, dose_id) REFERENCES dose (clinic_id, id),
    CONSTRAINT fk_discharge_patient_id FOREIGN KEY (clinic_id, patient_id) REFERENCES patient_standing (clinic_id, id),
    CONSTRAINT ck_discharge_criteria CHECK (written_instructions AND spoken_instructions AND emergency_number_given
        AND discharged_at >= recovered_at)
);
SELECT kit_protect_append_only('discharge');
