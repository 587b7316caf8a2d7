/**
 * The landing file: what the tools said, once each, in the tools' own order of events left open.
 * Rows are only ever added; which version of a record is the newest is decided by the models, so
 * the order of imports can't matter. Instants are TIMESTAMPTZ, shares 0–1, durations in seconds.
 */
export const landingTables = `
create table if not exists import_log (
  import_id integer primary key,
  file_name varchar not null,
  sha256 varchar not null,           -- of the bytes as given, before decompression
  byte_count bigint not null,
  source varchar not null,
  connector varchar not null,
  shape varchar not null,            -- which of the connector's shapes the header matched
  mapping_hash varchar not null,     -- of the connector and the source's overrides
  grain varchar not null,            -- incident, version, change, sla_cycle
  timezone varchar,                  -- of local times in the file; null when every time has its own
  encoding varchar,
  delimiter varchar,
  as_of timestamptz,                 -- stated by the person, else the latest instant in the file
  is_as_of_stated boolean not null,
  started_at timestamptz not null,
  finished_at timestamptz not null,
  rows_read bigint not null,
  rows_accepted bigint not null,     -- new rows that landed
  rows_rejected bigint not null,
  rows_unchanged bigint not null,    -- rows that were here already
  rows_skipped bigint not null default 0,  -- rows of other tables and empty rows; reasons in warnings
  record_count bigint not null,      -- distinct records in the file
  change_count bigint not null,
  warnings varchar[] not null
);
alter table import_log add column if not exists part varchar;  -- sheet or list, of a file of several tables
alter table import_log add column if not exists is_encoding_stated boolean;

create table if not exists import_field (
  import_id integer not null,
  field varchar not null,            -- canonical field; attributes for each column no field was read from
  header varchar,                    -- column it was read from; null when the file has none
  format varchar,                    -- proven date format
  filled_count bigint not null,      -- not counted for attributes
  row_count bigint not null
);

create table if not exists record_version (
  source varchar not null,
  record_id varchar not null,        -- the tool's own id, else its number
  number varchar,
  record_type varchar,               -- incident, request, problem, change, other
  title varchar,
  description varchar,
  service varchar,
  category varchar,
  subcategory varchar,
  ci varchar,
  location varchar,
  channel varchar,
  requester varchar,
  vip boolean,
  impact varchar,
  urgency varchar,
  priority varchar,                  -- P1–P5; null when empty or unknown
  priority_raw varchar,
  status varchar,                    -- new, in_progress, on_hold, resolved, closed, cancelled, merged, deleted, unknown
  status_raw varchar,
  stops_clock boolean,
  assignment_group varchar,
  assignee varchar,
  tier varchar,
  occurred_at timestamptz,
  detected_at timestamptz,
  opened_at timestamptz,
  responded_at timestamptz,
  resolved_at timestamptz,
  closed_at timestamptz,
  updated_at timestamptz,
  version_number integer,            -- the tool's own update counter, where it has one
  reopen_count integer,
  reassignment_count integer,
  resolution_code varchar,
  resolution_notes varchar,
  knowledge_id varchar,
  is_automated boolean,
  is_major boolean,
  parent_id varchar,
  problem_id varchar,
  change_id varchar,
  duplicate_of varchar,
  sla_met_recorded boolean,
  sla_due_at timestamptz,
  satisfaction double,
  attributes map(varchar, varchar),  -- every column that no field was read from
  grain varchar not null,            -- incident or version
  row_hash ubigint not null,         -- of all cells of the row
  import_id integer not null
);

create table if not exists change (
  source varchar not null,
  record_id varchar not null,        -- id or number, as the log has it
  field varchar not null,            -- canonical field name where known, else the tool's
  from_value varchar,                -- canonical for status and priority
  to_value varchar,
  from_raw varchar,
  to_raw varchar,
  to_stops_clock boolean,            -- for status changes
  changed_at timestamptz not null,
  changed_by varchar,
  row_hash ubigint not null,
  import_id integer not null
);

create table if not exists sla_cycle (
  source varchar not null,
  record_id varchar not null,
  sla_name varchar,
  kind varchar,                      -- response, resolution; null when the name doesn't say
  stage varchar,                     -- in_progress, paused, completed, cancelled
  started_at timestamptz,
  ended_at timestamptz,
  due_at timestamptz,
  is_breached boolean,
  elapsed_seconds double,
  paused_seconds double,
  business_seconds double,
  row_hash ubigint not null,
  import_id integer not null
);

create table if not exists rejected_row (
  import_id integer not null,
  file_name varchar not null,
  row_number bigint not null,        -- 1 is the first row after the header
  field varchar,
  value varchar,
  reason varchar not null,
  cells varchar[]                    -- the row as it stood in the file
);

create table if not exists unmapped_value (
  import_id integer not null,
  field varchar not null,
  value varchar not null,
  row_count bigint not null
);
`;
