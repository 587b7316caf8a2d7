import {UserError} from '../base/user-error.ts';
import type {Session} from '../warehouse/database.ts';

/**
 * How the register's tables came to be, oldest first. A released step is never changed: what comes
 * later is a step of its own.
 */
const steps = [
  `create table audit_trail (
    entry bigint primary key, decided_at timestamptz not null, decided_by varchar not null,
    what varchar not null, subject varchar not null, before json, after json
  );
  create table struck_link (
    source varchar, record_id varchar, came_back_record_id varchar,
    decided_by varchar not null, decided_at timestamptz not null, reason varchar not null,
    primary key (source, record_id, came_back_record_id)
  );
  comment on table audit_trail is 'Every decision as it was made; rows are only ever added.';
  comment on column audit_trail.what is 'struck link, restored link';
  comment on column audit_trail.subject is 'What it was decided about';
  comment on column audit_trail.before is 'The row as it stood; null where there was none';
  comment on table struck_link is 'Links between incidents that a person found to be none.';`,
  `create table known_candidate (
    candidate_no integer primary key, label varchar not null, incident_count integer not null,
    is_gone boolean not null
  );
  create table known_candidate_member (
    candidate_no integer not null, source varchar not null, record_id varchar not null
  );
  create table candidate_decision (
    candidate_no integer primary key, version integer not null, status varchar not null,
    problem_id varchar, reason varchar not null, fixed_on date,
    return_count double, return_factor double,
    decided_by varchar not null, decided_at timestamptz not null
  );
  create table candidate_merge (
    from_candidate_no integer primary key, into_candidate_no integer not null,
    decided_by varchar not null, decided_at timestamptz not null, reason varchar not null
  );
  create table candidate_split (
    candidate_no integer, wording_key varchar, new_candidate_no integer not null,
    decided_by varchar not null, decided_at timestamptz not null, reason varchar not null,
    primary key (candidate_no, wording_key)
  );
  comment on table known_candidate is 'Problem candidates of the last build, and those that went.';
  comment on column known_candidate.is_gone is 'No longer found; its number is never given again';
  comment on table known_candidate_member is 'Some of their incidents, by which a build knows them again.';
  comment on table candidate_decision is 'What holds now; the trail has what held before.';
  comment on column candidate_decision.version is 'From 1, one more with each decision';
  comment on column candidate_decision.status is 'new (taken back), watching, accepted, dismissed, fixed';
  comment on column candidate_decision.return_count is 'Dismissed: incidents of the recent weeks to go by';
  comment on column candidate_decision.return_factor is 'It returns above so many times that count';
  comment on table candidate_merge is 'Candidates that a person found to be another one.';
  comment on table candidate_split is 'Wordings that a person found to be a candidate of their own.';`,
  `create table saved_view (
    name varchar primary key, query varchar not null,
    saved_by varchar not null, saved_at timestamptz not null
  );
  comment on table saved_view is 'Lists of incidents that people keep by a name.';
  comment on column saved_view.query is 'What the address says after the ?';`,
  `create table action (
    action_no integer primary key, action_id varchar not null, version integer not null,
    title varchar not null, status varchar not null, owner varchar not null, due_on date,
    metric varchar not null, segment json not null, candidate_no integer,
    baseline_from date not null, baseline_to date not null, baseline_value double not null,
    target_value double not null, effect_on date not null, effort_days double, cost double,
    notes varchar not null, origin json not null,
    created_by varchar not null, created_at timestamptz not null,
    changed_by varchar not null, changed_at timestamptz not null
  );
  create table action_comment (
    comment_no integer primary key, action_no integer not null, comment varchar not null,
    commented_by varchar not null, commented_at timestamptz not null, pack json
  );
  create table action_verification (
    verification_no integer primary key, action_no integer not null, action_version integer not null,
    verified_at timestamptz not null, build integer not null, inputs_hash varchar not null,
    as_of timestamptz not null, verdict varchar not null, evidence json not null
  );
  comment on table action is 'Improvement actions as they hold now; the trail has what held before.';
  comment on column action.action_id is 'The same in every register it is taken to';
  comment on column action.version is 'From 1, one more with each change';
  comment on column action.status is 'proposed, agreed, in progress, done, verified, dropped';
  comment on column action.segment is 'Filters of the metric: [{dimension, values}]';
  comment on column action.candidate_no is 'Instead of filters: the incidents of a problem candidate';
  comment on column action.baseline_to is 'The day after the last';
  comment on column action.effect_on is 'From this day on the effect is looked for';
  comment on column action.origin is 'Finding, candidate or figure it came from, word for word, and the pack';
  comment on table action_comment is 'What was said about actions; rows are only ever added.';
  comment on table action_verification is 'Verdicts as builds found them; rows are only ever added.';
  comment on column action_verification.evidence is 'What was compared, how, and what came of it';`,
  `create table pack_note (
    note_no integer primary key, pack varchar not null, period varchar not null,
    version integer not null, kind varchar not null, note varchar not null,
    noted_by varchar not null, noted_at timestamptz not null
  );
  create table pack_delivery (
    delivery_no integer primary key, pack varchar not null, period varchar,
    version integer, channel varchar not null, recipients varchar[] not null,
    is_test boolean not null, is_sent boolean not null, attempts integer not null,
    detail varchar not null, delivered_at timestamptz not null
  );
  create table schedule_run (
    schedule varchar not null, due_at timestamptz not null, started_at timestamptz not null,
    finished_at timestamptz, is_done boolean, detail varchar not null,
    primary key (schedule, due_at)
  );
  comment on table pack_note is 'What the meeting said about a published pack; rows are only ever added.';
  comment on column pack_note.version is 'The version that was before the meeting';
  comment on column pack_note.kind is 'comment, decision';
  comment on table pack_delivery is 'Every delivery that was tried; rows are only ever added.';
  comment on column pack_delivery.period is 'Null where the pack could not be made';
  comment on column pack_delivery.channel is 'mail, teams, slack';
  comment on column pack_delivery.recipients is 'Addresses; of a webhook the name of its group';
  comment on column pack_delivery.detail is 'What the other side answered, or why it failed';
  comment on table schedule_run is 'What the schedule ran; the newest due_at of each is where it goes on.';
  comment on column schedule_run.schedule is 'Pack, time and groups, so that another time starts anew';
  comment on column schedule_run.is_done is 'Null while it runs, or when it was cut off';`,
];

export const latestVersion = steps.length;

/**
 * Which step the file has come to; 0 for an empty one.
 * @throws UserError when a later release wrote it
 */
export async function versionOf(session: Session, file: string): Promise<number> {
  const [table] = await session.query(
    `select 1 as found from duckdb_tables() where table_name = 'schema_version'`,
  );
  if (!table) return 0;
  const [row] = await session.query<{version: number}>(
    'select max(version)::integer as version from schema_version',
  );
  const version = row?.version ?? 0;
  if (version > latestVersion)
    throw new UserError(
      `${file} was written by a newer version of Meantime.`,
      'Install that version or a later one.',
      503,
    );
  return version;
}

/** Takes the steps a file hasn't come to yet, each with its version or not at all. */
export async function bringUpToDate(session: Session): Promise<void> {
  await session.run('create table if not exists schema_version (version integer primary key)');
  const [row] = await session.query<{version: number | null}>(
    'select max(version)::integer as version from schema_version',
  );
  for (let version = (row?.version ?? 0) + 1; version <= latestVersion; version++)
    await session.run(
      `begin; ${steps[version - 1]} insert into schema_version values (${version}); commit`,
    );
}
