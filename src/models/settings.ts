import {UserError} from '../base/user-error.ts';
import type {Config} from '../config/config.ts';
import type {Session} from '../warehouse/database.ts';
import {writeCalendars} from './settings-calendars.ts';
import {writeCandidates, type CandidateSettings} from './settings-candidates.ts';
import {insertSettings, type SettingsRow} from './settings-rows.ts';
import {writeSlaPolicies} from './settings-sla.ts';
import {createSettingsTables} from './settings-tables.ts';

/** A link between two incidents that a person has struck out: kept in the register. */
export interface StruckLink {
  source: string;
  recordId: string;
  cameBackRecordId: string;
}

export interface SettingsOptions {
  /** The data's own clock as an ISO instant; null while nothing has landed. */
  asOf: string | null;
  struckLinks?: readonly StruckLink[];
  /** Left out: nothing is known of problem candidates. */
  candidates?: CandidateSettings;
}

/** Writes the `settings` schema: how configuration reaches the models. `landing` must be attached. */
export async function writeSettings(
  session: Session,
  config: Config,
  {asOf, struckLinks = [], candidates}: SettingsOptions,
): Promise<void> {
  await createSettingsTables(session);
  await insertSettings(session, 'workspace', [workspaceRow(config, asOf)]);
  await writeCalendars(session, config.calendars);
  await writeSlaPolicies(session, config.slaPolicies);
  for (const [table, rows] of Object.entries(plainTables(config)))
    await insertSettings(session, table, rows);
  await insertSettings(
    session,
    'struck_link',
    struckLinks.map(({source, recordId, cameBackRecordId}) => ({
      source,
      record_id: recordId,
      came_back_record_id: cameBackRecordId,
    })),
  );
  if (candidates) await writeCandidates(session, candidates);
  await writeSources(session, config);
}

/**
 * The data's own clock: the newest as-of time of any import, as SQL prints it, to the microsecond.
 * @throws UserError when nothing dated has landed
 */
export async function asOfLanding(session: Session): Promise<string> {
  const [row] = await session.query<{as_of: string | null; n: number}>(
    'select max(as_of)::varchar as as_of, count(*) as n from landing.import_log',
  );
  if (!row || row.n === 0)
    throw new UserError(
      'There is nothing to build from: no file has been imported yet.',
      'Import an export of your tool: meantime import FILE',
    );
  if (row.as_of === null)
    throw new UserError(
      'None of the imported files holds a time, so no figure can be dated.',
      'Import a file with times, or state one: meantime import FILE --as-of 2026-11-01T00:00Z',
    );
  return row.as_of;
}

function workspaceRow(config: Config, asOf: string | null): SettingsRow {
  return {
    zone: config.zone,
    is_zone_default: config.isZoneDefault,
    as_of: asOf,
    aged_days: config.agedDays,
    contact_hours: config.contactHours,
    reopen_days: config.reopenDays,
    recurrence_days: config.recurrenceDays,
    premature_hours: config.prematureHours,
    desk_pattern: `(?i)${config.deskPattern}`,
    currency: config.costs?.currency ?? null,
    affected_users_attribute: config.affectedUsers,
    vague_share: config.vagueShare,
    vague_category_pattern: `(?i)${config.vaguePattern}`,
    monitoring_pattern: `(?i)${config.monitoringPattern}`,
  };
}

/** What is written as it stands, by table. */
function plainTables(config: Config): Record<string, SettingsRow[]> {
  return {
    target: config.targets.map(({from, until, ...target}) => ({
      ...target,
      from_day: from,
      until_day: until,
    })),
    dated_change: config.changes.map(({on, what, metrics}, index) => {
      return {change_no: index + 1, on_day: on, what, metrics};
    }),
    dated_change_condition: config.changes.flatMap(({where}, index) =>
      Object.entries(where).map(([dimension, value]) => {
        return {change_no: index + 1, dimension, value};
      }),
    ),
    tier: config.tiers.map(({group, tier}) => ({assignment_group: group, tier})),
    tier_cost: (config.costs?.byTier ?? []).map(({tier, cost}) => ({tier, cost})),
    shift: config.shifts.map(({name, startsMinute, endsMinute}) => ({
      shift: name,
      starts_minute: startsMinute,
      ends_minute: endsMinute,
    })),
    attribute: config.attributes.map((attribute, index) => ({position: index + 1, ...attribute})),
    priority_level: config.priorityMatrix.words.map((word) => ({...word})),
    priority_matrix: config.priorityMatrix.cells.map((cell) => ({...cell})),
    problem_detection: [
      {
        window_weeks: config.problems.windowWeeks,
        recent_weeks: config.problems.recentWeeks,
        minimum_incidents: config.problems.minimumIncidents,
        silent_probability: config.problems.silentProbability,
        after_change_hours: config.problems.afterChangeHours,
        quiet_days: config.problems.quietDays,
      },
    ],
    problem_attribute: config.attributes
      .filter(({dimension}) => config.problems.attributes.includes(dimension))
      .map(({dimension, attribute}) => ({dimension, attribute})),
    satisfaction_scale: config.sources.flatMap(({name, satisfaction}) =>
      satisfaction ? [{source: name, ...satisfaction}] : [],
    ),
  };
}

/** Sources of the configuration and those that files were imported for; the newest connector holds. */
async function writeSources(session: Session, config: Config): Promise<void> {
  await insertSettings(
    session,
    'source',
    config.sources.map(({name, title, connector}) => ({source: name, title, connector})),
  );
  await session.run(`
    insert into settings.source
    select source, source, arg_max(connector, import_id)
    from landing.import_log
    where source not in (select source from settings.source)
    group by source
    order by source`);
}
