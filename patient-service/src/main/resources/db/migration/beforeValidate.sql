-- Builds of 22 November 2026 from 3ba84ca on had V115 and V160 with what is V186 and V187 now.
-- Any other checksum is refused as before.
DO $$
BEGIN
    IF to_regclass('flyway_schema_history') IS NOT NULL THEN
        UPDATE flyway_schema_history h SET checksum = landed.checksum
          FROM (VALUES ('115', -406316195, -1217675097), ('160', 463164380, -1138808708)) AS landed(version, edited, checksum)
         WHERE h.version = landed.version AND h.checksum = landed.edited;
    END IF;
END $$;
