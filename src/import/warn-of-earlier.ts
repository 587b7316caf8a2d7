import type {Session} from '../warehouse/database.ts';
import type {CompiledFile} from './compile.ts';
import {grouped, valueCounts} from './count-words.ts';
import type {Landed} from './land.ts';

/** What an import is held against: everything that landed before it. */
interface Arrival {
  importId: number;
  source: string;
  /** When it was exported, as far as is known. */
  asOf: Date | null;
  now: Date;
}

/** Fewer rows before say nothing about what a source always holds. */
const enough = 200;

/** Lists of requests, problems and changes of a source have columns, statuses and sizes of their own. */
const ofIncidents = `coalesce(record_type, 'incident') = 'incident'`;

/** What is odd about an export beside those that landed before it, a sentence each; nothing for the first. */
export async function againstEarlier(
  session: Session,
  file: CompiledFile,
  landed: Landed,
  arrival: Arrival,
): Promise<string[]> {
  const {grain} = file.detection.shape;
  const stale = grain === 'incident' || grain === 'version' ? await lagging(session, arrival) : [];
  if (grain !== 'incident') return stale;
  const lists = await incidentLists(session, arrival);
  if (!lists.includes(arrival.importId)) return stale;
  const before = lists.filter((id) => id !== arrival.importId);
  return [
    ...(await fewerRecords(session, landed, before)),
    ...(await olderExport(session, landed, arrival)),
    ...(await fewerColumns(session, file, {source: arrival.source, before})),
    ...(await newStatuses(session, arrival)),
    ...stale,
  ];
}

/** The imports of a source that brought incidents, this one among them where it did. */
async function incidentLists(session: Session, {source}: Arrival): Promise<number[]> {
  const found = await session.query<{id: number}>(
    `select distinct import_id as id from record_version
     where source = $source::varchar and grain = 'incident' and ${ofIncidents} order by id`,
    {source},
  );
  return found.map(({id}) => id);
}

/** Far fewer records than the snapshot before, unless it is a piece of its own or holds what changed since. */
async function fewerRecords(
  session: Session,
  {measures}: Landed,
  lists: readonly number[],
): Promise<string[]> {
  const last = lists.at(-1);
  if (last === undefined) return [];
  const [before] = await session.query<{records: number; as_of: Date | null; file: string}>(
    `select record_count as records, as_of, file_name as file from import_log where import_id = ${last}`,
  );
  if (!before || before.records < enough || measures.recordCount >= before.records / 2) return [];
  const isLater = (at: Date | null) => at !== null && before.as_of !== null && at >= before.as_of;
  if (isLater(measures.firstOpenedAt) || isLater(measures.firstUpdatedAt)) return [];
  return [
    `${grouped(measures.recordCount)} records, where ${before.file} before it had ${grouped(before.records)}: if it was meant to be all, it is not. Records it lacks stay as they were last known.`,
  ];
}

/** An export from before what has landed can't make records older, which surprises who expects it to. */
async function olderExport(
  session: Session,
  {measures}: Landed,
  {importId, source, asOf}: Arrival,
): Promise<string[]> {
  if (asOf === null) return [];
  const [row] = await session.query<{n: number; newest: Date | null}>(
    `select count(distinct v.record_id) as n, max(i.as_of) as newest
     from record_version as v
     join record_version as o on o.source = v.source and o.record_id = v.record_id
     join import_log as i on i.import_id = o.import_id and i.as_of > $asOf::timestamptz
     where v.import_id = $importId::integer and v.source = $source::varchar and i.grain = 'incident'
       and not coalesce(v.updated_at > o.updated_at, false)`,
    {importId, source, asOf: asOf.toISOString()},
  );
  if (!row?.newest || row.n === 0) return [];
  return [
    `The export is older (${day(asOf)}) than what ${source} has (${day(row.newest)}): ${grouped(row.n)} of its ${grouped(measures.recordCount)} records are known in a newer state and keep it.`,
  ];
}

async function fewerColumns(
  session: Session,
  file: CompiledFile,
  {source, before}: {source: string; before: readonly number[]},
): Promise<string[]> {
  if (before.length === 0) return [];
  const known = await session.query<{field: string}>(
    `select distinct field from import_field
     where import_id in (${before.join(', ')}) and header is not null and filled_count > 0
     order by field`,
  );
  const missing = known.filter(({field}) => !file.fields.get(field)?.header);
  if (missing.length === 0) return [];
  const names = missing.map(({field}) => field).join(', ');
  return [
    `It has no column for ${names}, which earlier exports of ${source} had: records keep what those said.`,
  ];
}

async function newStatuses(session: Session, {importId, source}: Arrival): Promise<string[]> {
  const found = await session.query<{value: string; status: string; count: number}>(
    `with statuses as (
       select status_raw as value, any_value(status) as status,
         count(*) filter (where import_id = $importId::integer) as count,
         count(*) filter (where import_id <> $importId::integer) as before
       from record_version where source = $source::varchar and ${ofIncidents} group by status_raw
     )
     select value, status, count from statuses
     where before = 0 and value is not null and status <> 'unknown'
       and (select sum(before) from statuses) >= ${enough}
     order by count desc, value`,
    {importId, source},
  );
  if (found.length === 0) return [];
  const meanings = [...new Set(found.map(({status}) => status))].join(', ');
  return [
    `Statuses that no earlier export of ${source} had: ${valueCounts(found)}. They count as ${meanings}: check that the tool means it so.`,
  ];
}

/** Longer behind is a tool that is no longer used. */
const forgottenDays = {from: 30, to: 400};

/** Sources whose newest incident is much older than that of the newest source. */
async function lagging(session: Session, {now}: Arrival): Promise<string[]> {
  const sources = await session.query<{source: string; newest: Date}>(
    `select source, max(opened_at) as newest from record_version
     where opened_at <= $now::timestamptz group by source order by newest desc, source`,
    {now: now.toISOString()},
  );
  const [first, ...others] = sources;
  if (!first) return [];
  return others.flatMap(({source, newest}) => {
    const days = Math.floor((first.newest.getTime() - newest.getTime()) / 86_400_000);
    if (days < forgottenDays.from || days > forgottenDays.to) return [];
    return [
      `The newest incident of ${source} was opened on ${day(newest)}, ${days} days before that of ${first.source}: is an export of ${source} missing?`,
    ];
  });
}

function day(at: Date): string {
  return at.toISOString().slice(0, 10);
}
