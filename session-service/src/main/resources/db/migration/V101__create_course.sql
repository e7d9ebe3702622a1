-- V101: treatment courses and the physicians' reviews that open what the templates close.

CREATE TABLE course (
    clinic_id     uuid        NOT NULL,
    id            uuid        NOT NULL,
    version       bigint      NOT NULL,
    patient_id    uuid        NOT NULL,
    type          text        NOT NULL,
    planned_doses integer     NOT NULL,
    route         text        NOT NULL,
    goal          text,
    state         text        NOT NULL,
    doses_given   integer     NOT NULL,
    planned_at    timestamptz NOT NULL,
    planned_by    uuid        NOT NULL,
    ended_at      timestamptz,
    end_reason    text,
    CONSTRAINT pk_course PRIMARY KEY (id),
    CONSTRAINT uq_course_clinic UNIQUE (clinic_id, id),
    CONSTRAINT fk_course_patient_id FOREIGN KEY (clinic_id, patient_id) REFERENCES patient_standing (clinic_id, id),
    CONSTRAINT ck_course_doses CHECK (doses_given BETWEEN 0 AND planned_doses),
    CONSTRAINT ck_course_state CHECK (state IN ('PLANNED', 'ACTIVE', 'COMPLETED', 'STOPPED'))
);
-- A patient has at most one open course; the database decides between two at the same moment.
CREATE UNIQUE INDEX uq_course_open ON course (clinic_id, patient_id) WHERE state IN ('PLANNED', 'ACTIVE');
CREATE INDEX ix_course_patient ON course (clinic_id, patient_id, id);
SELECT kit_protect('course');

CREATE TABLE course_review (
    clinic_id   uuid        NOT NULL,
    id          uuid        NOT NULL,
    version     bigint      NOT NULL,
    course_id   uuid        NOT NULL,
    patient_id  uuid        NOT NULL,
    kind        text        NOT NULL,
    rationale   text        NOT NULL,
    reviewed_by uuid        NOT NULL,
    reviewed_at timestamptz NOT NULL,
    CONSTRAINT pk_course_review PRIMARY KEY (id),
    CONSTRAINT uq_course_review_clinic UNIQUE (clinic_id, id),
    CONSTRAINT fk_course_review_course_id FOREIGN KEY (clinic_id, course_id) REFERENCES course (clinic_id, id),
    CONSTRAINT fk_course_review_patient_id FOREIGN KEY (clinic_id, patient_id) REFERENCES patient_standing (clinic_id, id)
);
CREATE INDEX ix_course_review_patient ON course_review (clinic_id, patient_id);
SELECT kit_protect_append_only('course_review');
