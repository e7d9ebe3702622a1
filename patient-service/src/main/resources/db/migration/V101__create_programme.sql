-- V101: each patient's way through the programme: what is known, where they stand, and every step, kept for ever.
CREATE TABLE programme (
    id           uuid   NOT NULL,
    clinic_id    uuid   NOT NULL,
    version      bigint NOT NULL,
    state        text   NOT NULL,
    state_before text,
    facts        jsonb  NOT NULL,
    CONSTRAINT pk_programme PRIMARY KEY (id),
    CONSTRAINT uq_programme_clinic UNIQUE (clinic_id, id),
    CONSTRAINT fk_programme_patient FOREIGN KEY (clinic_id, id) REFERENCES patient (clinic_id, id)
);
COMMENT ON COLUMN programme.id IS 'The patient''s id';
COMMENT ON COLUMN programme.state_before IS 'State to come back to from SUSPENDED';
SELECT kit_protect('programme');

CREATE TABLE programme_transition (
    id           uuid        NOT NULL,
    clinic_id    uuid        NOT NULL,
    version      bigint      NOT NULL,
    number       bigint      GENERATED ALWAYS AS IDENTITY,
    patient_id   uuid        NOT NULL,
    from_state   text        NOT NULL,
    to_state     text        NOT NULL,
    reason_codes jsonb       NOT NULL,
    changed_at   timestamptz NOT NULL,
    recorded_at  timestamptz NOT NULL,
    caused_by    text        NOT NULL,
    CONSTRAINT pk_programme_transition PRIMARY KEY (id),
    CONSTRAINT uq_programme_transition_clinic UNIQUE (clinic_id, id),
    CONSTRAINT fk_programme_transition_patient FOREIGN KEY (clinic_id, patient_id) REFERENCES patient (clinic_id, id)
);
CREATE INDEX ix_programme_transition_patient ON programme_transition (clinic_id, patient_id, changed_at, number);
COMMENT ON COLUMN programme_transition.caused_by IS 'Subject of the token, or the name of a consumer or job';
COMMENT ON COLUMN programme_transition.changed_at IS 'UTC, clinic time; recorded_at is real time';
SELECT kit_protect_append_only('programme_transition');
