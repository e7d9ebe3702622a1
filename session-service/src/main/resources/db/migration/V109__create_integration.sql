-- V109: the integration task of each dose, and the work done in integration sessions.

CREATE TABLE integration_task (
    clinic_id               uuid        NOT NULL,
    id                      uuid        NOT NULL,
    version                 bigint      NOT NULL,
    patient_id              uuid        NOT NULL,
    course_id               uuid        NOT NULL,
    dose_id                 uuid        NOT NULL,
    dose_ended_at           timestamptz NOT NULL,
    recovered_at            timestamptz,
    due_at                  timestamptz NOT NULL,
    status                  text        NOT NULL,
    overdue_at              timestamptz,
    completed_by_session_id uuid,
    completed_at            timestamptz,
    completed_phase         text,
    CONSTRAINT pk_integration_task PRIMARY KEY (id),
    CONSTRAINT uq_integration_task_clinic UNIQUE (clinic_id, id),
    CONSTRAINT uq_integration_task_dose UNIQUE (clinic_id, dose_id),
    CONSTRAINT uq_integration_task_session UNIQUE (clinic_id, completed_by_session_id),
    CONSTRAINT fk_integration_task_patient_id FOREIGN KEY (clinic_id, patient_id) REFERENCES patient_standing (clinic_id, id),
    CONSTRAINT fk_integration_task_course_id FOREIGN KEY (clinic_id, course_id) REFERENCES course (clinic_id, id),
    CONSTRAINT fk_integration_task_dose_id FOREIGN KEY (clinic_id, dose_id) REFERENCES dose (clinic_id, id),
    CONSTRAINT fk_integration_task_session_id FOREIGN KEY (clinic_id, completed_by_session_id) REFERENCES treatment_session (clinic_id, id),
    CONSTRAINT ck_integration_task_completed CHECK ((status = 'COMPLETED') = (completed_by_session_id IS NOT NULL))
);
CREATE INDEX ix_integration_task_patient ON integration_task (clinic_id, patient_id, id);
CREATE INDEX ix_integration_task_due ON integration_task (clinic_id, due_at) WHERE status = 'OPEN';
SELECT kit_protect('integration_task');

CREATE TABLE integration_work (
    clinic_id                uuid        NOT NULL,
    id                       uuid        NOT NULL,
    version                  bigint      NOT NULL,
    session_id               uuid        NOT NULL,
    patient_id               uuid        NOT NULL,
    modality                 text        NOT NULL,
    technique                text        NOT NULL,
    target_kind              text,
    target                   text        NOT NULL,
    suds_before              integer     NOT NULL,
    suds_after               integer     NOT NULL,
    voc_before               integer,
    voc_after                integer,
    homework                 text,
    adaptive_anxiety_checked boolean     NOT NULL,
    next_dose_ready          boolean     NOT NULL,
    recorded_by              uuid        NOT NULL,
    recorded_at              timestamptz NOT NULL,
    CONSTRAINT pk_integration_work PRIMARY KEY (id),
    CONSTRAINT uq_integration_work_clinic UNIQUE (clinic_id, id),
    CONSTRAINT fk_integration_work_session_id FOREIGN KEY (clinic_id, session_id) REFERENCES treatment_session (clinic_id, id),
    CONSTRAINT fk_integration_work_patient_id FOREIGN KEY (clinic_id, patient_id) REFERENCES patient_standing (clinic_id, id),
    CONSTRAINT ck_integration_work_suds CHECK (suds_before BETWEEN 0 AND 10 AND suds_after BETWEEN 0 AND 10)
);
CREATE INDEX ix_integration_work_session ON integration_work (clinic_id, session_id, id);
SELECT kit_protect_append_only('integration_work');
