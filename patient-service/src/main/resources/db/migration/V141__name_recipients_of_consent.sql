-- V141: consent to partner sharing names the partners it is for. One of an earlier build names nobody, so it opens nothing to anybody.
ALTER TABLE consent ADD COLUMN shared_with jsonb;
ALTER TABLE consent ADD CONSTRAINT ck_consent_shared_with
    CHECK (shared_with IS NULL OR (scope = 'PARTNER_SHARING' AND jsonb_array_length(shared_with) > 0));
COMMENT ON COLUMN consent.shared_with IS 'Clients (azp) of the partners it is for; null = nobody';

CREATE TRIGGER tr_consent_recipients_fixed BEFORE UPDATE ON consent
    FOR EACH ROW WHEN (OLD.shared_with IS DISTINCT FROM NEW.shared_with)
    EXECUTE FUNCTION refuse_change_unless_erased();
