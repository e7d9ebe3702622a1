-- V143: what delete_facts (V140) deletes is looked for in every table that refers to it; without these each deleted row reads such a
-- table from end to end.
CREATE INDEX ix_questionnaire_response_assessment ON questionnaire_response (clinic_id, assessment_id);
CREATE INDEX ix_safety_alert_assessment ON safety_alert (clinic_id, assessment_id);
