import type {Session} from '../warehouse/database.ts';
import {quoteName, quoteText} from '../warehouse/quote.ts';
import {isMap} from './bind-fields.ts';
import type {CompiledFile} from './compile.ts';
import {isFlagField} from './select-rows.ts';

/** What one file's readable rows turned out to hold. */
export interface Measures {
  rowCount: number;
  distinctRowCount: number;
  recordCount: number;
  /** The latest instant in the file that is not in the future; due times don't count. */
  latestAt: Date | null;
  filled: Map<string, number>;
  /** The earliest opening and the earliest last update; of records only. */
  firstOpenedAt: Date | null;
  firstUpdatedAt: Date | null;
  unmapped: {field: string; value: string; count: number}[];
  resolvedBeforeOpened: number;
  closedBeforeResolved: number;
  /** Of the recorded SLA results. */
  slaMet: number;
  slaMissed: number;
}

interface Place {
  into: string;
  importId: number;
  now: Date;
}

/** Measures what this import put into a table, in one pass and one more for values no map has. */
export async function measureRows(
  session: Session,
  file: CompiledFile,
  place: Place,
): Promise<Measures> {
  const {grain} = file.detection.shape;
  const isRecord = grain === 'incident' || grain === 'version';
  const fields = [...file.fields.keys()];
  const filled = fields.map((field, index) => `count(${quoteName(field)}) as f${index}`);
  const latest = latestSql(file, place.now);
  const order = isRecord
    ? `count(*) filter (resolved_at < opened_at) as early, count(*) filter (closed_at < resolved_at) as unordered,
       count(*) filter (sla_met_recorded) as met, count(*) filter (not sla_met_recorded) as missed,
       epoch_ms(min(opened_at)) as opened, epoch_ms(min(updated_at)) as updated`
    : '0 as early, 0 as unordered, 0 as met, 0 as missed, null as opened, null as updated';
  const [row = {}] = await session.query<Record<string, number>>(
    `select count(*) as n, count(distinct row_hash) as distinct_n, count(distinct record_id) as records,
      epoch_ms(${latest}) as latest, ${order}, ${filled.join(', ')}
    from ${place.into} where import_id = ${place.importId}`,
    {},
  );
  const at = (name: string) => row[name] ?? 0;
  return {
    rowCount: at('n'),
    distinctRowCount: at('distinct_n'),
    recordCount: at('records'),
    latestAt: dateOf(row.latest),
    firstOpenedAt: dateOf(row.opened),
    firstUpdatedAt: dateOf(row.updated),
    filled: new Map(fields.map((field, index) => [field, at(`f${index}`)])),
    unmapped: await unmappedValues(session, file, place),
    resolvedBeforeOpened: at('early'),
    closedBeforeResolved: at('unordered'),
    slaMet: at('met'),
    slaMissed: at('missed'),
  };
}

function dateOf(milliseconds: number | null | undefined): Date | null {
  return milliseconds == null ? null : new Date(milliseconds);
}

/** A time in the future is a slip of somebody's: it must not move the data's clock. */
function latestSql(file: CompiledFile, now: Date): string {
  const instants = [...file.fields.values()].filter(
    ({type, field, header}) => type === 'instant' && header !== null && !field.endsWith('due_at'),
  );
  if (instants.length === 0) return 'null::timestamptz';
  const limit = `timestamptz '${now.toISOString()}'`;
  const columns = instants.map(({field}) => quoteName(field));
  const past = columns.map((column) => `max(${column}) filter (${column} <= ${limit})`);
  const all = columns.map((column) => `max(${column})`);
  // Where every time is in the future the clock here is wrong, and as good as any.
  return `coalesce(greatest(${past.join(', ')}), least(greatest(${all.join(', ')}), ${limit}))`;
}

async function unmappedValues(
  session: Session,
  file: CompiledFile,
  {into, importId}: Place,
): Promise<Measures['unmapped']> {
  const queries = unmappedQueries(file).map(
    ({field, value, when}) =>
      `select ${field} as field, ${value} as value from ${into} where import_id = ${importId} and ${when}`,
  );
  if (queries.length === 0) return [];
  return session.query(
    `select field, value, count(*) as count from (${queries.join(' union all ')})
     where value is not null group by all order by count desc, field, value`,
  );
}

function unmappedQueries(file: CompiledFile): {field: string; value: string; when: string}[] {
  const {shape} = file.detection;
  if (shape.grain === 'sla_cycle') return [];
  if (shape.grain === 'change')
    return Object.keys(shape.translate ?? {}).flatMap((field) =>
      ['from', 'to'].map((side) => ({
        field: quoteText(field),
        value: `${side}_raw`,
        when: `field = ${quoteText(field)} and (${side}_value is null or ${side}_value = 'unknown')`,
      })),
    );
  return [...file.fields.values()].flatMap((compiled) => {
    const {field, header} = compiled;
    if (header === null || !(isMap(compiled.rule) || isFlagField(compiled))) return [];
    if (field === 'status')
      return [{field: `'status'`, value: 'status_raw', when: `status = 'unknown'`}];
    if (field === 'priority')
      return [{field: `'priority'`, value: 'priority_raw', when: 'priority is null'}];
    return [
      {
        field: quoteText(field),
        value: `attributes[${quoteText(header)}]`,
        when: `${quoteName(field)} is null`,
      },
    ];
  });
}
