-- V192: which candidacy decisions ended, and when. A decision told again, or only after its end, stays ended.
ALTER TABLE patient_standing ADD COLUMN ended_decisions jsonb NOT NULL DEFAULT '{}';
COMMENT ON COLUMN patient_standing.ended_decisions IS 'Decision id to the moment it ended, UTC';
