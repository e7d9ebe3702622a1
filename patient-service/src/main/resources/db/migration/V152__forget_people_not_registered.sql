-- V152: whoever was referred and is linked to no patient is forgotten after a while (docs/referrals.md).
ALTER TABLE referral ADD COLUMN last_step_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE referral ADD COLUMN forgotten_at timestamptz;
ALTER TABLE referral ADD CONSTRAINT ck_referral_forgotten CHECK (forgotten_at IS NULL OR patient_id IS NULL);
COMMENT ON COLUMN referral.last_step_at IS 'UTC, clinic time; later than standing_since when a link was made or taken back';
COMMENT ON COLUMN referral.forgotten_at IS 'UTC, clinic time; null = it says who was referred';
CREATE INDEX ix_referral_last_step ON referral (clinic_id, last_step_at) WHERE patient_id IS NULL AND forgotten_at IS NULL;

-- Rows of earlier builds.
ALTER TABLE referral NO FORCE ROW LEVEL SECURITY;
UPDATE referral SET last_step_at = standing_since;
ALTER TABLE referral FORCE ROW LEVEL SECURITY;

CREATE OR REPLACE FUNCTION refuse_change_of_submission() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.partner = OLD.partner AND NEW.received_at = OLD.received_at
        AND ((OLD.patient_id IS NOT NULL AND is_erased(OLD.clinic_id, OLD.patient_id))
            OR (OLD.patient_id IS NULL AND OLD.forgotten_at IS NULL AND NEW.forgotten_at IS NOT NULL)) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'What a partner sent is never changed' USING ERRCODE = 'check_violation';
END $$;
