-- V114: which records were found to be one person's. Kept for ever, so that a wrong merge can be understood.
CREATE TABLE record_merge (
    id          uuid        NOT NULL,
    clinic_id   uuid        NOT NULL,
    version     bigint      NOT NULL,
    survivor_id uuid        NOT NULL,
    merged_id   uuid        NOT NULL,
    reason      text        NOT NULL,
    merged_by   uuid        NOT NULL,
    merged_at   timestamptz NOT NULL,
    CONSTRAINT pk_record_merge PRIMARY KEY (id),
    CONSTRAINT uq_record_merge_clinic UNIQUE (clinic_id, id),
    CONSTRAINT uq_record_merge_merged UNIQUE (clinic_id, merged_id),
    CONSTRAINT ck_record_merge_two CHECK (survivor_id <> merged_id),
    CONSTRAINT fk_record_merge_survivor FOREIGN KEY (clinic_id, survivor_id) REFERENCES patient (clinic_id, id),
    CONSTRAINT fk_record_merge_merged FOREIGN KEY (clinic_id, merged_id) REFERENCES patient (clinic_id, id)
);
CREATE INDEX ix_record_merge_survivor ON record_merge (clinic_id, survivor_id, id);
COMMENT ON COLUMN record_merge.merged_at IS 'UTC, clinic time';
SELECT kit_protect_append_only('record_merge');
