-- V191: records of one person under several ids (patient.merged.v1). Doses, holds and tasks keep the id they were made under;
-- whoever asks for a person's asks for those of the merged records too.
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
