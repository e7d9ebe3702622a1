-- V170: which words were signed, so that a text changed under the same version is noticed. Null = signed before texts were kept.
ALTER TABLE consent ADD COLUMN text_digest text;
ALTER TABLE consent ADD CONSTRAINT ck_consent_text_digest CHECK (text_digest ~ '^[0-9a-f]{64}$');
COMMENT ON COLUMN consent.text_digest IS 'SHA-256 of the text of template_version in its language';

CREATE TRIGGER tr_consent_text_fixed BEFORE UPDATE ON consent
    FOR EACH ROW WHEN (OLD.text_digest IS DISTINCT FROM NEW.text_digest OR OLD.language <> NEW.language)
    EXECUTE FUNCTION refuse_change_unless_erased();
