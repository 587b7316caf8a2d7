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
