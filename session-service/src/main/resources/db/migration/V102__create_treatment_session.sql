-- V102: sessions and their bookings. The exclusion constraints make double booking impossible, whatever the code does.
-- Needs the extension btree_gist, created with the database.

CREATE TABLE treatment_session (
    clinic_id               uuid        NOT NULL,
    id                      uuid        NOT NULL,
    version                 bigint      NOT NULL,
    patient_id              uuid        NOT NULL,
    course_id               uuid        NOT NULL,
    kind                    text        NOT NULL,
    planned_start           timestamptz NOT NULL,
    planned_end             timestamptz NOT NULL,
    practitioner_id         uuid        NOT NULL,
    room                    text,
    integrates_dose_id      uuid,
    state                   text        NOT NULL,
    checked_in_at           timestamptz,
    started_at              timestamptz,
    signed_duration_seconds integer,
    dose_id                 uuid,
    dose_ended_at           timestamptz,
    recovered_at            timestamptz,
    ended_at                timestamptz,
    ended_by                uuid,
    end_reason              text,
    escort                  jsonb,
    CONSTRAINT pk_treatment_session PRIMARY KEY (id),
    CONSTRAINT uq_treatment_session_clinic UNIQUE (clinic_id, id),
    CONSTRAINT fk_treatment_session_patient_id FOREIGN KEY (clinic_id, patient_id) REFERENCES patient_standing (clinic_id, id),
    CONSTRAINT fk_treatment_session_course_id FOREIGN KEY (clinic_id, course_id) REFERENCES course (clinic_id, id),
    CONSTRAINT ck_treatment_session_period CHECK (planned_end > planned_start),
    CONSTRAINT ck_treatment_session_kind CHECK (kind IN ('PREPARATION', 'DOSING', 'INTEGRATION')),
    CONSTRAINT ck_treatment_session_state CHECK (state IN
        ('PLANNED', 'CHECKED_IN', 'IN_PROGRESS', 'MONITORING', 'COMPLETED', 'CANCELLED', 'NO_SHOW')),
    CONSTRAINT ck_treatment_session_integration CHECK ((kind = 'INTEGRATION') = (integrates_dose_id IS NOT NULL)),
    CONSTRAINT ex_treatment_session_practitioner EXCLUDE USING gist
        (clinic_id WITH =, practitioner_id WITH =, tstzrange(planned_start, planned_end) WITH &&)
        WHERE (state NOT IN ('CANCELLED', 'NO_SHOW')),
    CONSTRAINT ex_treatment_session_room EXCLUDE USING gist
        (clinic_id WITH =, room WITH =, tstzrange(planned_start, planned_end) WITH &&)
        WHERE (room IS NOT NULL AND state NOT IN ('CANCELLED', 'NO_SHOW')),
    CONSTRAINT ex_treatment_session_patient EXCLUDE USING gist
        (clinic_id WITH =, patient_id WITH =, tstzrange(planned_start, planned_end) WITH &&)
        WHERE (state NOT IN ('CANCELLED', 'NO_SHOW'))
);
CREATE INDEX ix_treatment_session_patient ON treatment_session (clinic_id, patient_id, id);
CREATE INDEX ix_treatment_session_course ON treatment_session (clinic_id, course_id, kind, state);
CREATE INDEX ix_treatment_session_monitoring ON treatment_session (clinic_id) WHERE state = 'MONITORING';
COMMENT ON COLUMN treatment_session.dose_ended_at IS 'UTC; end of administration, t0 of the neuroplastic window';
COMMENT ON COLUMN treatment_session.escort IS 'Personal data: never copied into an event, a log or a list';
SELECT kit_protect('treatment_session');

CREATE TABLE session_note (
    clinic_id  uuid        NOT NULL,
    id         uuid        NOT NULL,
    version    bigint      NOT NULL,
    session_id uuid        NOT NULL,
    author     uuid        NOT NULL,
    text       text        NOT NULL,
    written_at timestamptz NOT NULL,
    CONSTRAINT pk_session_note PRIMARY KEY (id),
    CONSTRAINT uq_session_note_clinic UNIQUE (clinic_id, id),
    CONSTRAINT fk_session_note_session_id FOREIGN KEY (clinic_id, session_id) REFERENCES treatment_session (clinic_id, id)
);
CREATE INDEX ix_session_note_session ON session_note (clinic_id, session_id, author);
COMMENT ON TABLE session_note IS 'Psychotherapy notes: readable by their author alone';
SELECT kit_protect_append_only('session_note');
