-- V131: records of one person under several ids (patient.merged.v1), and assessments that ended with their record.
-- Answers, doses and alerts keep the id they were made under; whoever asks for a person's asks for those of the merged records too.
CREATE TABLE merged_record (
    id          uuid   NOT NULL,
    clinic_id   uuid   NOT NULL,
    version     bigint NOT NULL,
    survivor_id uuid   NOT NULL,
    CONSTRAINT pk_merged_record PRIMARY KEY (id),
    CONSTRAINT uq_merged_record_clinic UNIQUE (clinic_id, id),
    CONSTRAINT ck_merged_record_other CHECK (id <> survivor_id)
);
CREATE INDEX ix_merged_record_survivor ON merged_record (clinic_id, survivor_id);
COMMENT ON COLUMN merged_record.id IS 'The patient id that ended';
COMMENT ON COLUMN merged_record.survivor_id IS 'The record that goes on, whatever number of merges lies between';
SELECT kit_protect('merged_record');

ALTER TABLE assessment ADD COLUMN cancelled_at timestamptz;
ALTER TABLE assessment ADD CONSTRAINT ck_assessment_cancelled
    CHECK (cancelled_at IS NULL OR (completed_at IS NULL AND missed_at IS NULL));
COMMENT ON COLUMN assessment.cancelled_at IS 'When the record it was planned under ended; null = it did not';
