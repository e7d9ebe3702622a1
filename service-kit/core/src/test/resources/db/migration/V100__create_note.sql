-- V100: a table of the kit's own tests.
CREATE TABLE note (
    id        uuid   NOT NULL,
    clinic_id uuid   NOT NULL,
    version   bigint NOT NULL,
    text      text   NOT NULL,
    code      text,
    CONSTRAINT pk_note PRIMARY KEY (id),
    CONSTRAINT uq_note_clinic_id_id UNIQUE (clinic_id, id),
    CONSTRAINT uq_note_clinic_id_code UNIQUE (clinic_id, code),
    CONSTRAINT ck_note_text CHECK (length(text) < 100)
);
SELECT kit_protect('note', true);
