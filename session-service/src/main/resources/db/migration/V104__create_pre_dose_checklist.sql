-- V104: the pre-dose checklist of a session, answers and judged rows.

CREATE TABLE pre_dose_checklist (
    clinic_id           uuid        NOT NULL,
    id                  uuid        NOT NULL,
    version             bigint      NOT NULL,
    session_id          uuid        NOT NULL,
    patient_id          uuid        NOT NULL,
    answers             jsonb       NOT NULL,
    rows                jsonb       NOT NULL,
    result              text        NOT NULL,
    pre_dose_systolic   numeric     NOT NULL,
    pre_dose_diastolic  numeric     NOT NULL,
    pre_dose_heart_rate integer     NOT NULL,
    pre_dose_suds       integer     NOT NULL,
    assessed_at         timestamptz NOT NULL,
    recorded_at         timestamptz NOT NULL,
    recorded_by         uuid        NOT NULL,
    signed_by           uuid,
    signed_at           timestamptz,
    signature_reason    text,
    CONSTRAINT pk_pre_dose_checklist PRIMARY KEY (id),
    CONSTRAINT uq_pre_dose_checklist_clinic UNIQUE (clinic_id, id),
    CONSTRAINT uq_pre_dose_checklist_session UNIQUE (clinic_id, session_id),
    CONSTRAINT fk_pre_dose_checklist_session_id FOREIGN KEY (clinic_id, session_id) REFERENCES treatment_session (clinic_id, id),
    CONSTRAINT fk_pre_dose_checklist_patient_id FOREIGN KEY (clinic_id, patient_id) REFERENCES patient_standing (clinic_id, id),
    CONSTRAINT ck_pre_dose_checklist_result CHECK (result IN ('GO', 'CAUTION', 'NO_GO')),
    CONSTRAINT ck_pre_dose_checklist_signature CHECK ((signed_by IS NULL) = (signed_at IS NULL))
);
COMMENT ON COLUMN pre_dose_checklist.pre_dose_systolic IS 'mmHg, mean of the readings that count; rises during the session are measured from it';
SELECT kit_protect('pre_dose_checklist');
