-- Each import and what became of its rows.
-- @grain import_id
select
  import_id,                  -- Import
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
  warnings                    -- What a person should know
from staging.import
