import {UserError} from '../base/user-error.ts';
import {candidateName, type CandidateDecision} from '../register/candidate-decisions.ts';
import type {Session} from '../warehouse/database.ts';
import {afterFix, type AfterFix} from './after-fix.ts';
import type {Candidate} from './candidate.ts';
import {
  candidateWeeks,
  foundCandidates,
  readLineage,
  type CandidateWeek,
  type LineageEvent,
} from './found-candidates.ts';
import {withDecision} from './read-candidates.ts';
import {wordsWith} from './words-with.ts';

/** Everything there is to show of one candidate. */
export interface CandidateDetail {
  candidate: Candidate;
  /** From its first incident on, without gaps; the last is not over. */
  weeks: CandidateWeek[];
  /** The most frequent values of each field, in the order of fields and counts. */
  values: CandidateValue[];
  /** The most frequent first. */
  wordings: CandidateWording[];
  /** Worded most as the candidate is, and least. */
  representatives: ExampleIncident[];
  boundary: ExampleIncident[];
  newest: NamedIncident[];
  /** Oldest first. */
  events: CandidateEvent[];
  /** What became of it since the last build, other candidates included. */
  lineage: LineageEvent[];
  knownProblems: KnownProblem[];
  /** Null where it has neither an article nor a common resolution. */
  help: CandidateHelp | null;
  /** For one that is said to be fixed. */
  afterFix: AfterFix | null;
}

export interface CandidateValue {
  /** ci, assignment_group, service, category, subcategory, location, channel, problem, knowledge, workaround. */
  field: string;
  value: string;
  incidentCount: number;
  share: number;
}

export interface CandidateWording {
  /** The same in every build: what a split names. */
  wordingKey: string;
  /** Without personal data. */
  wording: string;
  incidentCount: number;
  typicality: number;
  isBoundary: boolean;
  firstSeenAt: Date;
  lastSeenAt: Date;
  /** The words of it that the candidate shares, as they are written in it. */
  words: string[];
}

export interface NamedIncident {
  recordKey: string;
  /** Number people quote, else the tool's id. */
  number: string;
  openedAt: Date;
  hoursLost: number | null;
}

/** An incident that shows what the candidate is; its text is without personal data. */
export interface ExampleIncident extends NamedIncident {
  wording: string;
  wordingKey: string;
  /** The words that made it a member. */
  words: string[];
  typicality: number;
}

export interface CandidateEvent {
  happenedAt: Date;
  /** first seen, change, problem opened, problem closed, major. */
  kind: string;
  /** Number of the change, problem or incident; empty for the first incident. */
  reference: string;
  title: string | null;
}

export interface KnownProblem {
  source: string;
  number: string;
  title: string | null;
  status: string | null;
  isOpen: boolean;
  isKnownError: boolean | null;
  openedAt: Date | null;
  closedAt: Date | null;
  candidateNo: number | null;
  linkedCount: number;
  lastIncidentAt: Date | null;
  /** growing, steady, shrinking. */
  candidateGrowth: string | null;
  /** Open, and nothing new for long: close it? */
  isQuiet: boolean;
}

/** What helps against a candidate, and what it costs where it isn't used. */
export interface CandidateHelp {
  /** article, workaround. */
  kind: string;
  help: string;
  helpedSince: Date;
  helpedCount: number;
  helpedHours: number | null;
  unhelpedCount: number;
  unhelpedHours: number | null;
  unhelpedHoursLost: number;
}

/**
 * One candidate with its evidence.
 * @throws UserError 404 for a number the build doesn't have, with what became of it where that is known
 */
export async function readCandidate(
  session: Session,
  candidateNo: number,
  decisions: readonly CandidateDecision[],
): Promise<CandidateDetail> {
  const lineage = await readLineage(session);
  const [found] = await foundCandidates(session, {candidateNo});
  if (!found) throw await notFound(session, candidateNo, lineage);
  const weeks = (await candidateWeeks(session, {candidateNo})).get(candidateNo) ?? [];
  const decision = decisions.find((each) => each.candidateNo === candidateNo) ?? null;
  const wordings = await readWordings(session, candidateNo);
  return {
    candidate: withDecision(found, {decision, weeks, lineage}),
    weeks,
    values: await readValues(session, candidateNo),
    wordings,
    ...(await readExamples(session, candidateNo, wordings)),
    newest: await readNewest(session, candidateNo),
    events: await readEvents(session, candidateNo),
    lineage: lineage.filter(
      (each) => each.candidateNo === candidateNo || each.otherCandidateNo === candidateNo,
    ),
    knownProblems: await readKnownProblems(session, {candidateNo}),
    help: await readHelp(session, candidateNo),
    afterFix: afterFix(decision, weeks),
  };
}

/** Problem records, with the candidate each stands for; those of one candidate, or all, open ones first. */
export async function readKnownProblems(
  session: Session,
  {candidateNo}: {candidateNo?: number} = {},
): Promise<KnownProblem[]> {
  return session.query<KnownProblem>(
    `select source, number, title, status, is_open as "isOpen", is_known_error as "isKnownError",
       opened_at as "openedAt", closed_at as "closedAt", candidate_no as "candidateNo",
       linked_count as "linkedCount", last_incident_at as "lastIncidentAt",
       candidate_growth as "candidateGrowth", is_quiet as "isQuiet"
     from marts.known_problem
     ${candidateNo === undefined ? '' : 'where candidate_no = $no'}
     order by is_open desc, linked_count desc, source, number`,
    candidateNo === undefined ? {} : {no: candidateNo},
  );
}

async function notFound(
  session: Session,
  candidateNo: number,
  lineage: readonly LineageEvent[],
): Promise<UserError> {
  const name = candidateName(candidateNo);
  const [byHand] = await session.query<{into: number}>(
    `select into_candidate_no as "into" from settings.candidate_merge
     where from_candidate_no = $no`,
    {no: candidateNo},
  );
  const byBuild = lineage.find(
    (each) => each.event === 'merged into' && each.candidateNo === candidateNo,
  );
  const end = byHand?.into ?? byBuild?.otherCandidateNo;
  if (end != null) {
    const into = candidateName(end);
    return new UserError(`${name} has become part of ${into}.`, `See ${into}.`, 404);
  }
  return new UserError(
    `The build has no problem candidate ${name}.`,
    'It is gone or was never there: meantime problems lists those there are.',
    404,
  );
}

async function readValues(session: Session, no: number): Promise<CandidateValue[]> {
  return session.query<CandidateValue>(
    `select field, value, incident_count as "incidentCount", share
     from marts.candidate_value where candidate_no = $no order by field, place`,
    {no},
  );
}

interface WordingRow extends Omit<CandidateWording, 'words'> {
  sharedStems: string[] | null;
}

async function readWordings(session: Session, no: number): Promise<CandidateWording[]> {
  const rows = await session.query<WordingRow>(
    `select wording_key as "wordingKey", wording, incident_count as "incidentCount", typicality,
       is_boundary as "isBoundary", first_seen_at as "firstSeenAt", last_seen_at as "lastSeenAt",
       shared_stems as "sharedStems"
     from marts.candidate_wording where candidate_no = $no
     order by incident_count desc, typicality desc, wording_key`,
    {no},
  );
  return rows.map(({sharedStems, ...wording}) => ({
    ...wording,
    words: wordsWith(wording.wording, sharedStems ?? []),
  }));
}

const mostExamples = 5;

/** One incident a wording, that of the quoted record: the most typical, and those that belong least. */
async function readExamples(
  session: Session,
  no: number,
  wordings: readonly CandidateWording[],
): Promise<Pick<CandidateDetail, 'representatives' | 'boundary'>> {
  const rows = await session.query<ExampleRow>(
    `select w.wording_key as "wordingKey", w.is_boundary as "isBoundary", w.wording, w.typicality,
       f.record_key as "recordKey", coalesce(f.number, f.record_id) as number,
       f.opened_at as "openedAt", i.hours_lost as "hoursLost"
     from marts.candidate_wording as w
     join marts.fct_candidate_incident as i
       on i.candidate_no = w.candidate_no and i.record_no = w.record_no
     join marts.fct_incident as f on f.record_no = w.record_no
     where w.candidate_no = $no
     order by w.typicality desc, w.incident_count desc, f.record_key`,
    {no},
  );
  const words = new Map(wordings.map((wording) => [wording.wordingKey, wording.words]));
  const examples = (isBoundary: boolean): ExampleIncident[] =>
    rows
      .filter((row) => row.isBoundary === isBoundary)
      .map(({isBoundary: _, ...row}) => ({...row, words: words.get(row.wordingKey) ?? []}));
  return {
    representatives: examples(false).slice(0, mostExamples),
    boundary: examples(true).reverse().slice(0, mostExamples),
  };
}

type ExampleRow = Omit<ExampleIncident, 'words'> & {isBoundary: boolean};

async function readNewest(session: Session, no: number): Promise<NamedIncident[]> {
  return session.query<NamedIncident>(
    `select f.record_key as "recordKey", coalesce(f.number, f.record_id) as number,
       f.opened_at as "openedAt", i.hours_lost as "hoursLost"
     from marts.fct_candidate_incident as i
     join marts.fct_incident as f on f.record_no = i.record_no
     where i.candidate_no = $no order by f.opened_at desc, f.record_key limit 10`,
    {no},
  );
}

async function readEvents(session: Session, no: number): Promise<CandidateEvent[]> {
  return session.query<CandidateEvent>(
    `select happened_at as "happenedAt", kind, reference, title
     from marts.candidate_event where candidate_no = $no order by happened_at, kind, reference`,
    {no},
  );
}

async function readHelp(session: Session, no: number): Promise<CandidateHelp | null> {
  const rows = await session.query<CandidateHelp>(
    `select kind, help, helped_since as "helpedSince", helped_count as "helpedCount",
       helped_hours as "helpedHours", unhelped_count as "unhelpedCount",
       unhelped_hours as "unhelpedHours", unhelped_hours_lost as "unhelpedHoursLost"
     from marts.candidate_help where candidate_no = $no`,
    {no},
  );
  return rows[0] ?? null;
}
