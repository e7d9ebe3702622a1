-- V243: reports of adverse events (dosing section 7). A report is never changed: an amendment is a further report of the same event. What
-- people wrote goes when the identity does; the rows go with the other facts of an erased person.
CREATE TABLE adverse_event (
    clinic_id        uuid        NOT NULL,
    id               uuid        NOT NULL,
    version          bigint      NOT NULL,
    adverse_event_id uuid        NOT NULL,
    number           integer     NOT NULL,
    patient_id       uuid        NOT NULL,
    course_id        uuid        NOT NULL,
    session_id       uuid        NOT NULL,
    dose_id          uuid,
    term             text        NOT NULL,
    description      text,
    grade            integer     NOT NULL,
    criteria         text        NOT NULL,
    relatedness      text        NOT NULL,
    expected         boolean     NOT NULL,
    drug_action      text        NOT NULL,
    outcome          text        NOT NULL,
    onset_at         timestamptz NOT NULL,
    ended_at         timestamptz,
    reported_by      uuid        NOT NULL,
    reported_at      timestamptz NOT NULL,
    amendment_reason text,
    CONSTRAINT pk_adverse_event PRIMARY KEY (id),
    CONSTRAINT uq_adverse_event_clinic UNIQUE (clinic_id, id),
    CONSTRAINT uq_adverse_event_number UNIQUE (clinic_id, adverse_event_id, number),
    CONSTRAINT fk_adverse_event_patient_id FOREIGN KEY (clinic_id, patient_id) REFERENCES patient_standing (clinic_id, id),
    CONSTRAINT fk_adverse_event_course_id FOREIGN KEY (clinic_id, course_id) REFERENCES course (clinic_id, id),
    CONSTRAINT fk_adverse_event_session_id FOREIGN KEY (clinic_id, session_id) REFERENCES treatment_session (clinic_id, id),
    CONSTRAINT fk_adverse_event_dose_id FOREIGN KEY (clinic_id, dose_id) REFERENCES dose (clinic_id, id),
    CONSTRAINT ck_adverse_event_grade CHECK (grade BETWEEN 1 AND 5),
    CONSTRAINT ck_adverse_event_amended CHECK ((number > 1) = (amendment_reason IS NOT NULL))
);
CREATE INDEX ix_adverse_event_patient ON adverse_event (clinic_id, patient_id, id);
CREATE INDEX ix_adverse_event_course ON adverse_event (clinic_id, course_id);
CREATE INDEX ix_adverse_event_session ON adverse_event (clinic_id, session_id, id);
CREATE INDEX ix_adverse_event_dose ON adverse_event (clinic_id, dose_id) WHERE dose_id IS NOT NULL;
COMMENT ON COLUMN adverse_event.adverse_event_id IS 'The event, the same in all its reports; the highest number holds';
COMMENT ON COLUMN adverse_event.grade IS 'CTCAE v5, 1..5';
COMMENT ON COLUMN adverse_event.criteria IS 'Codes that make it serious, joined by commas; grade, term and outcome may do so too';
COMMENT ON COLUMN adverse_event.onset_at IS 'UTC, clinic time';
COMMENT ON COLUMN adverse_event.ended_at IS 'UTC, clinic time; null = lasts, or its end is not known';
SELECT kit_protect_append_only('adverse_event');
GRANT UPDATE (description, amendment_reason) ON adverse_event TO ${app};
CREATE TRIGGER tr_adverse_event_fixed BEFORE UPDATE ON adverse_event FOR EACH ROW EXECUTE FUNCTION refuse_change_unless_person_erased();
GRANT DELETE ON adverse_event TO ${app};
CREATE TRIGGER tr_adverse_event_kept BEFORE DELETE ON adverse_event FOR EACH ROW EXECUTE FUNCTION refuse_deletion_of_facts('patient_id');

-- All records of one person go together: a dose given under one may be integrated under another.
CREATE OR REPLACE FUNCTION delete_facts(person uuid, at timestamptz) RETURNS SETOF uuid LANGUAGE plpgsql AS $$
DECLARE
    records uuid[];
    visits uuid[];
BEGIN
    SELECT array_agg(p.id) INTO records FROM patient_standing p
     WHERE p.clinic_id = kit_clinic() AND p.facts_deleted_at IS NULL AND p.id IN (
        WITH kin AS (SELECT m.id, m.survivor_id FROM merged_record m WHERE m.clinic_id = kit_clinic() AND m.survivor_id IN
                        (person, (SELECT own.survivor_id FROM merged_record own WHERE own.clinic_id = kit_clinic() AND own.id = person)))
        SELECT person UNION SELECT id FROM kin UNION SELECT survivor_id FROM kin);
    SELECT array_agg(s.id) INTO visits FROM treatment_session s WHERE s.clinic_id = kit_clinic() AND s.patient_id = ANY (records);
    UPDATE patient_standing SET birth_year = NULL, sex_at_birth = NULL, person_corrected_at = NULL, candidacy = NULL, candidacy_decision_id = NULL,
        candidacy_decided_at = NULL, candidacy_since = NULL, candidacy_expires_at = NULL, ended_decisions = '{}', low_start = false,
        dose_factor = 1, dose_factor_parenteral = NULL, codes = '', liver_tested_on = NULL, primary_diagnosis = NULL, primary_instrument = NULL,
        baseline_completed_at = NULL, consent_since = NULL, consent_valid_until = NULL, facts_deleted_at = at, version = version + 1
     WHERE clinic_id = kit_clinic() AND id = ANY (records);
    UPDATE ledger_movement SET session_id = NULL, dose_id = NULL, patient_id = NULL
     WHERE clinic_id = kit_clinic() AND (patient_id = ANY (records) OR session_id = ANY (visits));
    UPDATE destruction_proposal SET session_id = NULL, version = version + 1 WHERE clinic_id = kit_clinic() AND session_id = ANY (visits);
    DELETE FROM vital_sign WHERE clinic_id = kit_clinic() AND session_id = ANY (visits);
    DELETE FROM vital_alert WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM session_note WHERE clinic_id = kit_clinic() AND session_id = ANY (visits);
    DELETE FROM adverse_event WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM integration_work WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM integration_task WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM recovery_assessment WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM discharge WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM pre_dose_checklist_version WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM pre_dose_checklist WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM treatment_session WHERE clinic_id = kit_clinic() AND patient_id = ANY (records) AND kind = 'INTEGRATION';
    DELETE FROM dose WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM treatment_session WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM dose_order WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM course_review WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM course WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM hold WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM known_consent WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM known_safety_alert WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM known_score WHERE clinic_id = kit_clinic() AND patient_id = ANY (records);
    DELETE FROM care_team WHERE clinic_id = kit_clinic() AND id = ANY (records);
    RETURN QUERY SELECT unnest(records);
END $$;
