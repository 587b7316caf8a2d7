import type {Workspace} from '../config/workspace.ts';
import type {Session} from '../warehouse/database.ts';
import {changeRegister, readRegister} from './register-file.ts';

/** A problem candidate as the last build that found it knew it. */
export interface KnownCandidate {
  candidateNo: number;
  label: string;
  incidentCount: number;
  /** The last build no longer found it. */
  isGone: boolean;
}

export interface KnownMember {
  candidateNo: number;
  source: string;
  recordId: string;
}

export interface KnownCandidates {
  candidates: KnownCandidate[];
  members: KnownMember[];
}

const nothingKnown: KnownCandidates = {candidates: [], members: []};

/** By so many incidents a candidate is known again; more would make the register as large as the data. */
const mostMembers = 200;

/** What builds were found to hold so far, in the order of numbers and keys. */
export async function readKnownCandidates(workspace: Workspace): Promise<KnownCandidates> {
  return readRegister(workspace, readKnown, {absent: nothingKnown});
}

/**
 * Keeps the candidates of a build, with a sample of their incidents that is the same for the same
 * incidents, so that the next build gives them the same numbers. What the build no longer has stays,
 * as gone. Decisions are untouched, and where nothing is new nothing is written.
 *
 * A candidate that others were merged into by hand keeps the sample it had before: builds find it and
 * them apart before they put them together, and know each by its own.
 * @param build the published build
 * @returns how many candidates are known now
 */
export async function rememberCandidates(workspace: Workspace, build: Session): Promise<number> {
  if (!(await hasCandidates(build))) return 0;
  const found = await candidatesOf(build);
  const known = await readKnownCandidates(workspace);
  const ends = await mergeEnds(build);
  // The first build without any candidate needs no register.
  if (found.candidates.length === 0 && known.candidates.length === 0) return 0;
  if (isSame(known, merged(known, found, ends))) return known.candidates.length;
  return changeRegister(workspace, async (session) => {
    const free = await unclaimed(session, build, found);
    const all = merged(await readKnown(session), free, ends);
    await write(session, all);
    return all.candidates.length;
  });
}

/** A workspace's or a test's own models may know no candidates. */
async function hasCandidates(build: Session): Promise<boolean> {
  const rows = await build.query(
    `select 1 from duckdb_tables() where schema_name = 'marts' and table_name = 'dim_candidate'`,
  );
  return rows.length > 0;
}

async function candidatesOf(build: Session): Promise<KnownCandidates> {
  const candidates = await build.query<KnownCandidate>(
    `select candidate_no as "candidateNo", label, incident_count::integer as "incidentCount",
       false as "isGone"
     from marts.dim_candidate order by 1`,
  );
  const members = await build.query<KnownMember>(
    `select c.candidate_no as "candidateNo", r.source, r.record_id as "recordId"
     from marts.fct_candidate_incident as c
     join marts.dim_record as r on r.record_no = c.record_no
     qualify row_number() over (
       partition by c.candidate_no
       order by md5(r.source || ':' || r.record_id), r.source, r.record_id
     ) <= ${mostMembers}
     order by all`,
  );
  return {candidates, members};
}

/**
 * Without numbers that a person's split took while the build was under way: there the build found
 * another candidate, which gets another number next time.
 */
async function unclaimed(
  session: Session,
  build: Session,
  {candidates, members}: KnownCandidates,
): Promise<KnownCandidates> {
  const selectNumbers = 'select distinct new_candidate_no as no from';
  const splits = await session.query<{no: number}>(`${selectNumbers} candidate_split`);
  const told = await build.query<{no: number}>(`${selectNumbers} settings.candidate_split`);
  const isTold = new Set(told.map(({no}) => no));
  const taken = new Set(splits.filter(({no}) => !isTold.has(no)).map(({no}) => no));
  const isFree = ({candidateNo}: {candidateNo: number}) => !taken.has(candidateNo);
  return {candidates: candidates.filter(isFree), members: members.filter(isFree)};
}

/** Numbers that the build put others under. */
async function mergeEnds(build: Session): Promise<ReadonlySet<number>> {
  const rows = await build.query<{no: number}>(
    'select distinct into_candidate_no as no from settings.candidate_merge',
  );
  return new Set(rows.map(({no}) => no));
}

/** What was known with what a build found: it replaces what has the same number, the rest is gone. */
function merged(
  known: KnownCandidates,
  found: KnownCandidates,
  ends: ReadonlySet<number>,
): KnownCandidates {
  const hasSample = new Set(known.members.map(({candidateNo}) => candidateNo));
  const isReplaced = (no: number) => isFound.has(no) && !(ends.has(no) && hasSample.has(no));
  const isFound = new Set(found.candidates.map(({candidateNo}) => candidateNo));
  const gone = known.candidates.filter(({candidateNo}) => !isFound.has(candidateNo));
  return {
    candidates: [...found.candidates, ...gone.map((each) => ({...each, isGone: true}))].sort(
      (a, b) => a.candidateNo - b.candidateNo,
    ),
    // A stable sort keeps the order of the keys within each number.
    members: [
      ...found.members.filter(({candidateNo}) => isReplaced(candidateNo)),
      ...known.members.filter(({candidateNo}) => !isReplaced(candidateNo)),
    ].sort((a, b) => a.candidateNo - b.candidateNo),
  };
}

function isSame(one: KnownCandidates, other: KnownCandidates): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

async function readKnown(session: Session): Promise<KnownCandidates> {
  const candidates = await session.query<KnownCandidate>(
    `select candidate_no as "candidateNo", label, incident_count as "incidentCount",
       is_gone as "isGone"
     from known_candidate order by 1`,
  );
  const members = await session.query<KnownMember>(
    `select candidate_no as "candidateNo", source, record_id as "recordId"
     from known_candidate_member order by all`,
  );
  return {candidates, members};
}

async function write(session: Session, {candidates, members}: KnownCandidates): Promise<void> {
  await session.run('delete from known_candidate_member');
  await session.run(
    `insert or replace into known_candidate (candidate_no, label, incident_count, is_gone)
     select c.no, c.label, c.n, c.gone
     from (select unnest(from_json($rows, $shape)) as c)`,
    {
      rows: JSON.stringify(
        candidates.map((c) => ({
          no: c.candidateNo,
          label: c.label,
          n: c.incidentCount,
          gone: c.isGone,
        })),
      ),
      shape: JSON.stringify([{no: 'INTEGER', label: 'VARCHAR', n: 'INTEGER', gone: 'BOOLEAN'}]),
    },
  );
  await session.run(
    `insert into known_candidate_member (candidate_no, source, record_id)
     select m.no, m.source, m.id
     from (select unnest(from_json($rows, $shape)) as m)`,
    {
      rows: JSON.stringify(
        members.map((m) => ({no: m.candidateNo, source: m.source, id: m.recordId})),
      ),
      shape: JSON.stringify([{no: 'INTEGER', source: 'VARCHAR', id: 'VARCHAR'}]),
    },
  );
}
