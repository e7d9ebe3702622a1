-- V134: what the choice of integration therapy rests on, each evaluation of it, and what therapists chose.
CREATE TABLE modality_facts (
    id        uuid   NOT NULL,
    clinic_id uuid   NOT NULL,
    version   bigint NOT NULL,
    facts     jsonb  NOT NULL,
    CONSTRAINT pk_modality_facts PRIMARY KEY (id),
    CONSTRAINT uq_modality_facts_clinic UNIQUE (clinic_id, id),
    CONSTRAINT fk_modality_facts_patient FOREIGN KEY (clinic_id, id) REFERENCES patient (clinic_id, id)
);
COMMENT ON COLUMN modality_facts.id IS 'The patient''s id';
SELECT kit_protect('modality_facts');

CREATE TABLE modality_evaluation (
    id             uuid        NOT NULL,
    clinic_id      uuid        NOT NULL,
    version        bigint      NOT NULL,
    patient_id     uuid        NOT NULL,
    cause          text        NOT NULL,
    recommendation jsonb       NOT NULL,
    evaluated_at   timestamptz NOT NULL,
    CONSTRAINT pk_modality_evaluation PRIMARY KEY (id),
    CONSTRAINT uq_modality_evaluation_clinic UNIQUE (clinic_id, id),
    CONSTRAINT fk_modality_evaluation_patient FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id)
);
CREATE INDEX ix_modality_evaluation_patient ON modality_evaluation (clinic_id, patient_id, id DESC);
SELECT kit_protect_append_only('modality_evaluation');

CREATE TABLE modality_confirmation (
    id           uuid        NOT NULL,
    clinic_id    uuid        NOT NULL,
    version      bigint      NOT NULL,
    patient_id   uuid        NOT NULL,
    modalities   jsonb       NOT NULL,
    recommended  jsonb       NOT NULL,
    reason       text,
    confirmed_by uuid        NOT NULL,
    confirmed_at timestamptz NOT NULL,
    CONSTRAINT pk_modality_confirmation PRIMARY KEY (id),
    CONSTRAINT uq_modality_confirmation_clinic UNIQUE (clinic_id, id),
    CONSTRAINT fk_modality_confirmation_patient FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id)
);
CREATE INDEX ix_modality_confirmation_patient ON modality_confirmation (clinic_id, patient_id, id DESC);
COMMENT ON COLUMN modality_confirmation.reason IS 'Why the recommendation was changed; personal, in no event';
SELECT kit_protect_append_only('modality_confirmation');
