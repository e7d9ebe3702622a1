-- V210: a resolution may be told before its alert; what the alert is about is unknown until then.
ALTER TABLE known_safety_alert ALTER COLUMN code DROP NOT NULL;
ALTER TABLE known_safety_alert ALTER COLUMN severity DROP NOT NULL;
ALTER TABLE known_safety_alert ALTER COLUMN raised_at DROP NOT NULL;
ALTER TABLE known_safety_alert ADD CONSTRAINT ck_known_safety_alert_told CHECK (
    (code IS NULL) = (raised_at IS NULL) AND (severity IS NULL) = (raised_at IS NULL) AND (raised_at IS NOT NULL OR resolved_at IS NOT NULL));
COMMENT ON COLUMN known_safety_alert.raised_at IS 'Null = only its resolution was told yet';
