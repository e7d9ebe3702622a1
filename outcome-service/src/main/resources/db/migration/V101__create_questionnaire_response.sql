-- V101: answers and their totals. Rows are added and never changed; a repeat is a new row that supersedes the old one.

CREATE TABLE questionnaire_response (
    id                uuid        NOT NULL,
    clinic_id         uuid        NOT NULL,
    version           bigint      NOT NULL,
    assessment_id     uuid        NOT NULL,
    patient_id        uuid        NOT NULL,
    time_point        text        NOT NULL,
    instrument        text        NOT NULL,
    variant           text        NOT NULL,
    answers           smallint[]  NOT NULL,
    status            text        NOT NULL,
    total             numeric,
    band              text,
    clinical_case     boolean,
    baseline_total    numeric,
    baseline_prorated boolean,
    baseline_case     boolean,
    answered_at       timestamptz NOT NULL,
    recorded_at       timestamptz NOT NULL,
    late              boolean     NOT NULL,
    answered_by       text        NOT NULL,
    supersedes_id     uuid,
    catalogue_version text        NOT NULL,
    CONSTRAINT pk_questionnaire_response PRIMARY KEY (id),
    CONSTRAINT uq_questionnaire_response_clinic UNIQUE (clinic_id, id),
    CONSTRAINT fk_questionnaire_response_assessment FOREIGN KEY (clinic_id, assessment_id)
        REFERENCES assessment (clinic_id, id),
    CONSTRAINT fk_questionnaire_response_supersedes FOREIGN KEY (clinic_id, supersedes_id)
        REFERENCES questionnaire_response (clinic_id, id),
    CONSTRAINT uq_questionnaire_response_supersedes UNIQUE (clinic_id, supersedes_id),
    CONSTRAINT ck_questionnaire_response_total CHECK ((total IS NULL) = (status = 'INCOMPLETE'))
);
-- One first answer for each instrument of an assessment; every further one names what it supersedes.
CREATE UNIQUE INDEX uq_questionnaire_response_first ON questionnaire_response (clinic_id, assessment_id, instrument)
    WHERE supersedes_id IS NULL;
CREATE INDEX ix_questionnaire_response_patient ON questionnaire_response (clinic_id, patient_id, instrument, answered_at);
COMMENT ON COLUMN questionnaire_response.answers IS 'Item 1 first; null = missing, -99 = NA; never changed';
COMMENT ON COLUMN questionnaire_response.total IS 'Exact, with the scale of the instrument; null when incomplete';
COMMENT ON COLUMN questionnaire_response.baseline_total IS 'The total it was compared with when it was recorded';
COMMENT ON COLUMN questionnaire_response.answered_at IS 'When the patient answered, clinic time, UTC';
COMMENT ON COLUMN questionnaire_response.recorded_at IS 'When it was entered, clinic time, UTC';
SELECT kit_protect_append_only('questionnaire_response');
