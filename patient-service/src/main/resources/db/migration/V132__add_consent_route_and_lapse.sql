-- V132: the route a consent names, and why one lapsed; those near their end are found by index.
ALTER TABLE consent ADD COLUMN route text;
ALTER TABLE consent ADD COLUMN lapse_reasons jsonb;
COMMENT ON COLUMN consent.route IS 'Route explained at signing; null = that of the course it covers';
COMMENT ON COLUMN consent.lapse_reasons IS 'Codes; null unless lapsed';
CREATE INDEX ix_consent_expires ON consent (clinic_id, expires_at) WHERE status = 'GIVEN';
