-- Each import and what became of its rows.
-- @grain import_id
select
  i.import_id,                -- Import
  file_name,                  -- As given
  sha256,                     -- Of the bytes as given
  source,                     -- Source, as configured
  connector,                  -- Connector
  shape,                      -- Which of the connector's shapes
  grain,                      -- incident, version, change, sla_cycle
  timezone,                   -- Of local times
  as_of,                      -- Stated, else the latest instant in the file
  is_as_of_stated,            -- Stated by a person
  finished_at,                -- When it landed
  rows_read,                  -- In the file
  rows_accepted,              -- Landed as new
  rows_rejected,              -- Could not be read
  rows_unchanged,             -- Known already
  rows_skipped,               -- Of other tables, or empty
  record_count,               -- Distinct records in the file
  change_count,               -- Changes landed
  e.new_record_count,         -- Records not known before
  e.updated_record_count,     -- Records now in a newer version
  e.outdated_record_count,    -- Records known in a newer version already
  e.moved_status_count,       -- Updated records with another status than before
  warnings                    -- What a person should know
from staging.import as i
join intermediate.import_effect as e on e.import_id = i.import_id
