-- V241: what delete_facts (V240) deletes is looked for in every table that refers to it; without these each deleted row reads such a
-- table from end to end. Rows that refer to nothing cost nothing: readings come by the hundred, few of them with an alert.
CREATE INDEX ix_course_review_course ON course_review (clinic_id, course_id);
CREATE INDEX ix_dose_course ON dose (clinic_id, course_id);
CREATE INDEX ix_integration_task_course ON integration_task (clinic_id, course_id);
CREATE INDEX ix_recovery_assessment_dose ON recovery_assessment (clinic_id, dose_id);
CREATE INDEX ix_discharge_dose ON discharge (clinic_id, dose_id);
CREATE INDEX ix_destruction_proposal_session ON destruction_proposal (clinic_id, session_id) WHERE session_id IS NOT NULL;
CREATE INDEX ix_ledger_movement_dose ON ledger_movement (clinic_id, dose_id) WHERE dose_id IS NOT NULL;
CREATE INDEX ix_treatment_session_integrates_dose ON treatment_session (clinic_id, integrates_dose_id) WHERE integrates_dose_id IS NOT NULL;
CREATE INDEX ix_vital_sign_alert ON vital_sign (clinic_id, alert_id) WHERE alert_id IS NOT NULL;
