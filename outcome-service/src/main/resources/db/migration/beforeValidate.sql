-- Builds of 22 November 2026 from 3ba84ca on had V100 with what is V141 now.
-- Any other checksum is refused as before.
DO $$
BEGIN
    IF to_regclass('flyway_schema_history') IS NOT NULL THEN
        UPDATE flyway_schema_history h SET checksum = landed.checksum
          FROM (VALUES ('100', -913011118, -1123694809)) AS landed(version, edited, checksum)
         WHERE h.version = landed.version AND h.checksum = landed.edited;
    END IF;
END $$;
