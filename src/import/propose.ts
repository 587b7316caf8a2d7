import type {Session} from '../warehouse/database.ts';
import {quoteName, quoteText} from '../warehouse/quote.ts';
import {recordFields} from './canonical-fields.ts';
import type {Connector, FieldRule} from './connector.ts';
import {isDayFirst} from './date-format.ts';
import {unlessNull} from './cell-sql.ts';
import {profileColumns} from './profile-columns.ts';
import {dateEvidence} from './propose-dates.ts';
import {columnOf, placeColumns, type Placement} from './propose-fields.ts';
import type {ColumnEvidence} from './propose-fit.ts';
import {
  proposePriorities,
  proposeRecordTypes,
  proposeStatuses,
  type ProposedMap,
  type UnplacedValue,
} from './propose-maps.ts';
import {dateQuestions, fieldQuestions, jsonColumns, obstaclesOf} from './propose-questions.ts';

/** A connector for a file that none knows, with what speaks for it and what it leaves open. */
export interface Proposal {
  connector: Connector;
  placements: Placement[];
  columns: ColumnEvidence[];
  /** Headers that no field is read from; they stay in `attributes`. */
  unplacedHeaders: string[];
  unplacedValues: UnplacedValue[];
  /** What only a person can answer. */
  questions: string[];
  /** What keeps the file from being imported with this connector, if anything. */
  obstacles: string[];
  notes: string[];
}

export interface ProposalSubject {
  /** The table of the file's cells, all VARCHAR, as SQL. */
  relation: string;
  /** Its columns in order, with the headers of the file. */
  columns: readonly {name: string; header: string}[];
  id: string;
  title: string;
  /** Zone of the file's local times, when the person has said it. */
  zone?: string | null;
}

/** Texts that tools write where nothing is; those a file uses become the connector's `nulls`. */
const nullTexts = ['?', '(null)', 'n/a', '#n/a', '#n/b', 'nan', 'null', '-', '--', '—', '[]', '{}'];

/**
 * Proposes a connector from header names and values. Everything is read from the values of the whole
 * relation in SQL; what they don't settle becomes a question, never a guess.
 */
export async function proposeConnector(
  session: Session,
  subject: ProposalSubject,
): Promise<Proposal> {
  const nulls = await nullTextsIn(session, subject);
  const clean = await cleanTable(session, subject, nulls);
  const columns = await evidenceOf(session, clean, subject.columns);
  settleDayOrder(columns);
  const placements = withOpeningTime(placeColumns(columns), columns);
  const maps = await mapsFor(session, clean, {placements, columns: subject.columns});
  const grain = isLog(placements) ? 'version' : 'incident';
  const connector: Connector = {
    id: subject.id,
    title: subject.title,
    ...(nulls.length > 0 ? {nulls} : {}),
    shapes: [
      {
        id: grain === 'version' ? 'log' : 'list',
        title: grain === 'version' ? 'Log, a row an update' : 'List, a row an incident',
        grain,
        header: {all: fingerprintOf(placements, columns)},
        fields: fieldsOf(placements, maps),
      },
    ],
  };
  return {
    connector,
    placements,
    columns,
    unplacedHeaders: columns
      .filter((column) => !placements.some((placed) => placed.column === column))
      .map(({header}) => header),
    unplacedValues: Object.values(maps).flatMap(({unplaced}) => unplaced),
    questions: [
      ...dateQuestions(placements, subject.zone ?? null),
      ...fieldQuestions(placements),
      ...Object.values(maps).flatMap(({questions}) => questions),
    ],
    obstacles: obstaclesOf(placements),
    notes: jsonColumns(columns),
  };
}

async function nullTextsIn(
  session: Session,
  {relation, columns}: ProposalSubject,
): Promise<string[]> {
  const list = nullTexts.map(quoteText).join(', ');
  const cells = columns.map(({name}) => `trim(${quoteName(name)})`).join(', ');
  const rows = await session.query<{value: string}>(`
    select distinct value from (select unnest([${cells}]) as value from ${relation})
    where lower(value) in (${list}) order by value`);
  return rows.map(({value}) => value);
}

async function cleanTable(
  session: Session,
  {relation, columns}: ProposalSubject,
  nulls: readonly string[],
): Promise<string> {
  const cells = columns.map(({name}) => {
    const cell = quoteName(name);
    return `${unlessNull(`trim(${cell})`, ['', ...nulls])} as ${cell}`;
  });
  await session.run(
    `create or replace temp table proposal_cell as select ${cells.join(', ')} from ${relation}`,
  );
  return 'proposal_cell';
}

async function evidenceOf(
  session: Session,
  relation: string,
  columns: readonly {name: string; header: string}[],
): Promise<ColumnEvidence[]> {
  const profiles = await profileColumns(session, relation, columns);
  const evidence: ColumnEvidence[] = [];
  for (const [index, profile] of profiles.entries()) {
    const isWorthTrying = profile.dateLikeShare >= 0.5;
    const dates = isWorthTrying
      ? await dateEvidence(session, relation, columns[index]!.name)
      : null;
    evidence.push({...profile, dates});
  }
  return evidence;
}

/** A column that fits both orders of day and month follows the one that another column proves. */
function settleDayOrder(columns: readonly ColumnEvidence[]): void {
  const proven = columns.find(({dates}) => dates?.proof);
  if (!proven?.dates) return;
  const isDayFirstProven = isDayFirst(proven.dates.formats[0]!);
  for (const {dates} of columns) {
    if (!dates?.isAmbiguous) continue;
    const agreeing = dates.formats.filter((format) => isDayFirst(format) === isDayFirstProven);
    if (agreeing.length !== 1) continue;
    dates.formats = agreeing;
    dates.isAmbiguous = false;
    dates.proof = `${isDayFirstProven ? 'day' : 'month'} first, as in “${proven.header}”`;
  }
}

/** Where no header names the opening time, the only column of dates left must be it. */
function withOpeningTime(placements: Placement[], columns: ColumnEvidence[]): Placement[] {
  if (placements.some(({field}) => field === 'opened_at')) return placements;
  const free = columns.filter(
    (column) => column.dates && !placements.some((placed) => placed.column === column),
  );
  const [fullest] = free.sort((a, b) => b.filledCount - a.filledCount);
  if (!fullest) return placements;
  const why = 'the fullest column of dates, as no header says which it is';
  return [...placements, {field: 'opened_at', column: fullest, sureness: 0.4, why}];
}

/** The same identifier in many rows, with a time of each row: a row is an update, not an incident. */
function isLog(placements: readonly Placement[]): boolean {
  const column = columnOf(placements, 'record_id') ?? columnOf(placements, 'number');
  if (!column || !columnOf(placements, 'updated_at')) return false;
  return column.distinctCount < column.filledCount * 0.9;
}

type Maps = Partial<Record<'status' | 'priority' | 'record_type', ProposedMap>>;

async function mapsFor(
  session: Session,
  relation: string,
  {placements, columns}: {placements: Placement[]; columns: ProposalSubject['columns']},
): Promise<Record<string, ProposedMap>> {
  const maps: Maps = {};
  const status = columnOf(placements, 'status');
  const priority = columnOf(placements, 'priority');
  const type = columnOf(placements, 'record_type');
  if (status) maps.status = proposeStatuses(status);
  if (priority) {
    const medianHours = await resolveHours(session, relation, {placements, columns, priority});
    maps.priority = proposePriorities(priority, {medianHours});
  }
  if (type) maps.record_type = proposeRecordTypes(type);
  return maps as Record<string, ProposedMap>;
}

async function resolveHours(
  session: Session,
  relation: string,
  subject: {placements: Placement[]; columns: ProposalSubject['columns']; priority: ColumnEvidence},
): Promise<Map<string, number>> {
  const {placements, columns, priority} = subject;
  const opened = columnOf(placements, 'opened_at');
  const resolved = columnOf(placements, 'resolved_at') ?? columnOf(placements, 'closed_at');
  if (!opened?.dates || !resolved?.dates) return new Map();
  const cell = (column: ColumnEvidence) => quoteName(columns[column.position]!.name);
  const instant = (column: ColumnEvidence) =>
    `try_strptime(${cell(column)}, ${quoteText(column.dates!.formats[0]!)})`;
  const rows = await session.query<{level: string; hours: number | null}>(`
    select ${cell(priority)} as level,
      median(epoch(${instant(resolved)}) - epoch(${instant(opened)})) / 3600.0 as hours
    from ${relation} where ${cell(priority)} is not null
    group by 1 having count(${instant(resolved)}) >= 10`);
  return new Map(rows.flatMap(({level, hours}) => (hours && hours > 0 ? [[level, hours]] : [])));
}

function fieldsOf(
  placements: readonly Placement[],
  maps: Record<string, ProposedMap>,
): Partial<Record<keyof typeof recordFields, FieldRule>> {
  const formats = [...new Set(placements.flatMap(({column}) => column.dates?.formats ?? []))];
  return Object.fromEntries(
    placements.map(({field, column}) => [
      field,
      ruleFor(field, column, {map: maps[field], formats}),
    ]),
  );
}

function ruleFor(
  field: string,
  column: ColumnEvidence,
  {map, formats}: {map: ProposedMap | undefined; formats: string[]},
): FieldRule {
  const {header} = column;
  if (map) return {map: header, values: map.values};
  const type = recordFields[field as keyof typeof recordFields];
  if (type === 'flag') return {flag: header};
  if (type !== 'instant') return header;
  // A column that is still empty will be written as the others are.
  return {time: header, formats: column.dates?.formats ?? formats};
}

/**
 * The columns that say most which tool this is: what it calls number, status, times and title. Two or three
 * common names would match any export, so other columns fill the print up to four.
 */
function fingerprintOf(placements: Placement[], columns: ColumnEvidence[]): string[] {
  const telling = [
    'record_id',
    'number',
    'opened_at',
    'status',
    'priority',
    'title',
    'resolved_at',
  ];
  const named = telling.flatMap((field) => columnOf(placements, field)?.header ?? []);
  const others = columns.map(({header}) => header).filter((header) => !named.includes(header));
  return [...named, ...others.slice(0, Math.max(0, 4 - named.length))].slice(0, 6);
}
