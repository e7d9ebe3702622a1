-- V220: every version of a pre-dose checklist, answered or signed. Never changed; the reason a person wrote goes when the identity does.

CREATE TABLE pre_dose_checklist_version (
    clinic_id      uuid        NOT NULL,
    id             uuid        NOT NULL,
    version        bigint      NOT NULL,
    session_id     uuid        NOT NULL,
    patient_id     uuid        NOT NULL,
    number         bigint      NOT NULL,
    answers        jsonb       NOT NULL,
    rows           jsonb       NOT NULL,
    result         text        NOT NULL,
    assessed_at    timestamptz NOT NULL,
    recorded_at    timestamptz NOT NULL,
    recorded_by    uuid        NOT NULL,
    signed_by      uuid,
    signed_at      timestamptz,
    changed_fields jsonb       NOT NULL,
    reason         text,
    CONSTRAINT pk_pre_dose_checklist_version PRIMARY KEY (id),
    CONSTRAINT uq_pre_dose_checklist_version_number UNIQUE (clinic_id, session_id, number),
    CONSTRAINT fk_pre_dose_checklist_version_session_id FOREIGN KEY (clinic_id, session_id) REFERENCES treatment_session (clinic_id, id),
    CONSTRAINT fk_pre_dose_checklist_version_patient_id FOREIGN KEY (clinic_id, patient_id) REFERENCES patient_standing (clinic_id, id),
    CONSTRAINT ck_pre_dose_checklist_version_result CHECK (result IN ('GO', 'CAUTION', 'NO_GO')),
    CONSTRAINT ck_pre_dose_checklist_version_signature CHECK ((signed_by IS NULL) = (signed_at IS NULL))
);
SELECT kit_protect_append_only('pre_dose_checklist_version');
GRANT UPDATE (reason) ON pre_dose_checklist_version TO ${app};
CREATE TRIGGER tr_pre_dose_checklist_version_fixed BEFORE UPDATE ON pre_dose_checklist_version
    FOR EACH ROW EXECUTE FUNCTION refuse_change_unless_person_erased();
