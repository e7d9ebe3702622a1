-- V0003: a dead letter that can never be applied is dismissed by an operator, who says why; it stays, and is open no longer.
-- What it held is cleared some time after it was replayed or dismissed (stillpoint.inbox.dead-letter-retention).

ALTER TABLE dead_letter
    ADD COLUMN dismissed_at     timestamptz,
    ADD COLUMN dismissed_by     text,
    ADD COLUMN dismissal_reason text,
    ADD COLUMN cleared_at       timestamptz,
    ADD CONSTRAINT ck_dead_letter_one_end CHECK (replayed_at IS NULL OR dismissed_at IS NULL),
    ADD CONSTRAINT ck_dead_letter_dismissal CHECK (num_nulls(dismissed_at, dismissed_by, dismissal_reason) IN (0, 3)),
    ADD CONSTRAINT ck_dead_letter_cleared CHECK (cleared_at IS NULL OR value IS NULL AND num_nulls(replayed_at, dismissed_at) = 1);
COMMENT ON COLUMN dead_letter.dismissed_by IS 'The operator, as they named themselves on the management port';
COMMENT ON COLUMN dead_letter.cleared_at IS 'When the value was taken out; the row stays';
CREATE INDEX ix_dead_letter_open ON dead_letter (key) WHERE replayed_at IS NULL AND dismissed_at IS NULL;

CREATE FUNCTION kit_keep_dismissal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.replayed_at, NEW.dismissed_at, NEW.dismissed_by, NEW.dismissal_reason)
            IS DISTINCT FROM (OLD.replayed_at, OLD.dismissed_at, OLD.dismissed_by, OLD.dismissal_reason) THEN
        RAISE EXCEPTION 'a dismissal is never changed';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER keep_dismissal BEFORE UPDATE ON dead_letter
    FOR EACH ROW WHEN (OLD.dismissed_at IS NOT NULL) EXECUTE FUNCTION kit_keep_dismissal();
