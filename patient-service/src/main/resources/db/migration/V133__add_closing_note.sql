-- V133: what a clinician notes when a stopped patient is let go (programme.md section 1, exit of STOPPED).
ALTER TABLE programme_transition ADD COLUMN closing_note text;
COMMENT ON COLUMN programme_transition.closing_note IS 'Personal; in no event and no list';
