import type {Session} from '../warehouse/database.ts';
import {quoteText} from '../warehouse/quote.ts';

/** Tables of the `settings` schema; comments at the ends of lines become database comments. */
const settingsTables = `
create table settings.workspace ( -- Settings of the workspace, one row
  zone varchar,                   -- Local days and periods are cut in this zone
  is_zone_default boolean,        -- Nobody has set the zone
  as_of timestamptz,              -- The data's own clock; null while nothing has landed
  aged_days integer,              -- Older open incidents are aged
  contact_hours double,           -- First contact resolves within this many business hours
  reopen_days integer,            -- A reopening this soon takes back first contact and first level
  recurrence_days integer,        -- Coming back within this many days of closing is a recurrence
  premature_hours integer,        -- Coming back within this many hours of resolution is a premature closure
  desk_pattern varchar,           -- Regular expression of group names that are first level
  currency varchar,               -- ISO 4217 code of the costs; null when none are stated
  affected_users_attribute varchar, -- Column with the number of affected users; null when none has it
  vague_share double,             -- A category that holds more than this share (0–1) of its source is vague
  vague_category_pattern varchar, -- Regular expression of categories that say nothing
  monitoring_pattern varchar      -- Regular expression of channels that are event sources
);
create table settings.calendar (  -- Working-time calendars
  calendar varchar,               -- Name
  zone varchar                    -- Zone of its local days and minutes
);
create table settings.calendar_hours ( -- Weekly working spans of the calendars
  calendar varchar,               -- Calendar
  weekday integer,                -- Weekday on which the span begins, ISO: 1 Monday – 7 Sunday
  starts_minute integer,          -- Minute of the local day, 0–1439
  ends_minute integer,            -- Minute of the local day; exceeds 1440 for a span over midnight
  from_day date,                  -- First local day on which the span may begin; null is unbounded
  until_day date                  -- Last local day on which the span may begin; null is unbounded
);
create table settings.holiday (   -- Days off and parts of them, without overlaps
  calendar varchar,               -- Calendar
  day date,                       -- Local day
  starts_minute integer,          -- Minute of the local day, 0 for a whole day
  ends_minute integer,            -- Minute of the local day, 1440 for a whole day
  label varchar                   -- Name of the holiday
);
create table settings.sla_policy ( -- Promises: one row a policy and kind
  policy varchar,                 -- Name; plain targets are called: standard P3
  position integer,               -- Policies are tried in this order, plain targets last
  kind varchar,                   -- response, resolution
  target_seconds double,          -- Target in working time of the calendar
  calendar varchar,               -- Calendar the target is counted in
  stops varchar[],                -- Canonical statuses that stop the clock; null: as the connector says
  is_from_change boolean,         -- The clock counts from the last change of priority
  from_day date,                  -- First local day of opening it holds for; null is unbounded
  until_day date                  -- Last local day of opening it holds for; null is unbounded
);
create table settings.sla_condition ( -- Whom a policy is for: all fields must match, any value of each
  policy varchar,                 -- Policy
  field varchar,                  -- source, service, record_type, priority, category, channel, location, vip or an attribute's dimension
  value varchar                   -- Value of the field; true or false for vip
);
create table settings.target (    -- Goals that figures are judged against
  metric varchar,                 -- Metric
  priority varchar,               -- Null for all priorities
  service varchar,                -- Null for all services
  from_day date,                  -- First local day on which it holds; null is unbounded
  until_day date,                 -- Last local day on which it holds; null is unbounded
  goal double,                    -- In the metric's unit: 0–1 for shares, hours for times
  direction varchar               -- at least, at most
);
create table settings.dated_change ( -- Days on which limits of behaviour charts start anew
  change_no integer,              -- Place in the configuration, from 1
  on_day date,                    -- First local day on which it holds
  what varchar,                   -- What changed
  metrics varchar[]               -- Metrics it changed; null for all
);
create table settings.dated_change_condition ( -- What incidents a change is about: all of these
  change_no integer,              -- Change
  dimension varchar,              -- Id of a dimension
  value varchar                   -- Its value
);
create table settings.tier (      -- Support levels of groups whose names don't tell
  assignment_group varchar,       -- Group
  tier varchar                    -- L1, L2, L3, vendor
);
create table settings.tier_cost ( -- What handling an incident costs, by the highest tier that held it
  tier varchar,                   -- L1, L2, L3, vendor
  cost double                     -- In the workspace's currency
);
create table settings.shift (     -- The roster
  shift varchar,                  -- Name
  starts_minute integer,          -- Minute of the local day
  ends_minute integer             -- Exceeds 1440 for a shift over midnight
);
create table settings.attribute ( -- Columns of the exports that are dimensions
  position integer,               -- 1–8: the dimension's column in the marts is attribute_<position>
  dimension varchar,              -- Id of the dimension
  attribute varchar,              -- Header of the column in the exports
  label varchar,                  -- One of them in words
  plural varchar                  -- Several of them in words
);
create table settings.priority_level ( -- Words of impact and urgency
  field varchar,                  -- impact, urgency
  word varchar,                   -- The whole text, in lower case
  level integer                   -- 1 is the most serious
);
create table settings.priority_matrix ( -- The priority an impact and an urgency give
  impact integer,                 -- Level, 1 is the most serious
  urgency integer,                -- Level, 1 is the most pressing
  priority varchar                -- P1–P5
);
create table settings.satisfaction_scale ( -- Scales on which users of a source answer
  source varchar,                 -- Source
  worst double,                   -- The answer of the least satisfied
  best double                     -- The answer of the most satisfied
);
create table settings.struck_link ( -- Links between incidents that a person has struck out
  source varchar,                 -- Source
  record_id varchar,              -- The incident that did not come back
  came_back_record_id varchar     -- The incident it was not logged again as
);
create table settings.problem_detection ( -- How recurring incidents are found, one row
  window_weeks integer,           -- Weeks up to the data's own clock that are ranked
  recent_weeks integer,           -- Last weeks of them, against which the trend is told
  minimum_incidents integer,      -- Fewer incidents in the window are no candidate
  silent_probability double,      -- Quiet for longer than has this chance (0–1) is apparently fixed
  after_change_hours integer,     -- Incidents of a CI this soon after a change are after it
  quiet_days integer              -- An open problem with nothing new for so many days may be closed
);
create table settings.problem_attribute ( -- Attributes whose values incidents may pile up under
  dimension varchar,              -- Id of the dimension
  attribute varchar               -- Header of the column in the exports
);
create table settings.known_candidate ( -- Problem candidates that builds before have found
  candidate_no integer,           -- Number, never given to another
  label varchar,                  -- Label in the last build that found it
  incident_count integer,         -- Its incidents there
  is_gone boolean                 -- The last build found it no more
);
create table settings.known_candidate_member ( -- Some of their incidents, at most 200 each
  candidate_no integer,           -- Candidate
  source varchar,                 -- Source of the incident
  record_id varchar               -- The tool's own id of the incident
);
create table settings.candidate_merge ( -- Candidates that a person found to be another one
  from_candidate_no integer,      -- It is no more
  into_candidate_no integer       -- Where its incidents belong: none that was merged itself
);
create table settings.candidate_split ( -- Wordings that a person took out of a candidate
  candidate_no integer,           -- From which
  wording_key varchar,            -- Key of the wording
  new_candidate_no integer        -- The candidate that all with this number are
);
create table settings.accepted_candidate ( -- Candidates accepted as a problem and not fixed
  candidate_no integer,           -- Candidate
  problem_id varchar              -- Number of the problem
);
create table settings.source (    -- Sources, from the settings and from what was imported
  source varchar,                 -- Name
  title varchar,                  -- Name for people
  connector varchar               -- Connector of its newest import where the settings don't say
);
create table settings.build_info ( -- This build, one row
  build integer,                  -- Number
  built_at timestamptz,           -- When it was made
  code_version varchar,           -- Version of Meantime
  inputs_hash varchar,            -- Equal hashes mean equal figures
  as_of timestamptz               -- The data's own clock
);
create table settings.build_model ( -- What the build made
  model varchar,                  -- Table
  rows bigint,                    -- Its rows
  seconds double                  -- Time it took
);
create table settings.audit_result ( -- What the build's audits found
  audit varchar,                  -- Audit
  sentence varchar,               -- What must hold
  severity varchar,               -- stop, warn
  failures bigint,                -- Rows that break it
  sample varchar                  -- Some of them
);
`;

/** Creates the empty `settings` schema with a comment on every table and column. */
export async function createSettingsTables(session: Session): Promise<void> {
  const comments: string[] = [];
  let table = '';
  for (const line of settingsTables.split('\n')) {
    const [, name, text] = /^(?:create table | {2})([\w.]+) .*?-- (.+)$/.exec(line) ?? [];
    if (name === undefined || text === undefined) continue;
    const isTable = line.startsWith('create');
    if (isTable) table = name;
    const thing = isTable ? `table ${table}` : `column ${table}.${name}`;
    comments.push(`comment on ${thing} is ${quoteText(text)};`);
  }
  const statements = `create schema settings;${settingsTables}${comments.join('\n')}`;
  await session.run(`begin;${statements}commit`);
}
