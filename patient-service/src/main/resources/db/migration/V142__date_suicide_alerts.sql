-- V142: an alert of the suicide screener counts until a later C-SSRS says less, so its moment is kept and its settling is not.
-- Alerts of earlier builds have no moment: they count until a C-SSRS after this migration.
ALTER TABLE modality_facts NO FORCE ROW LEVEL SECURITY;
UPDATE modality_facts SET facts = (facts - 'alertsResolved') || jsonb_build_object('suicideAlerts', (
    SELECT coalesce(jsonb_object_agg(alert.key, jsonb_build_object('risk', alert.value,
               'at', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))), '{}')
      FROM jsonb_each(facts -> 'suicideAlerts') AS alert));
ALTER TABLE modality_facts FORCE ROW LEVEL SECURITY;
