-- V185: the signed intake that was known when consent was given, so that a diagnosis counts as new against it and not against the
-- older one of the decision. Null = outside treatment, or signed before it was kept.
ALTER TABLE consent ADD COLUMN intake_id uuid;
ALTER TABLE consent ADD CONSTRAINT ck_consent_intake CHECK (intake_id IS NULL OR scope = 'TREATMENT');
ALTER TABLE consent ADD CONSTRAINT fk_consent_intake FOREIGN KEY (clinic_id, intake_id) REFERENCES intake (clinic_id, id);
CREATE INDEX ix_consent_intake ON consent (clinic_id, intake_id);
COMMENT ON COLUMN consent.intake_id IS 'Signed intake known at signing';

CREATE TRIGGER tr_consent_intake_fixed BEFORE UPDATE ON consent
    FOR EACH ROW WHEN (OLD.intake_id IS DISTINCT FROM NEW.intake_id)
    EXECUTE FUNCTION refuse_change_of_consent();
