import type {Config, SlaKind} from '../../src/config/config.ts';
import {loggedAgain} from './comeback.ts';
import {countedIncidents} from './counted.ts';
import {courseOf, type Course} from './course.ts';
import {groupNames} from './group-names.ts';
import {handlingOf, type Handling} from './handling.ts';
import type {Landing} from './landing.ts';
import {recordsOf, type Record} from './record.ts';
import {respondedAt} from './response.ts';
import {clockOf, type Clock} from './sla.ts';
import {statusHistory, type StatusHistory} from './status-history.ts';
import {recordedVerdicts} from './sla-recorded.ts';
import {workingTimeOf, type WorkIn} from './working-time.ts';

export const hour = 3_600_000;
export const day = 24 * hour;

/** A counted incident with everything that figures ask of it. */
export interface Incident {
  record: Record;
  course: Course;
  history: StatusHistory;
  handling: Handling;
  respondedAt: number | null;
  clocks: {[kind in SlaKind]: Clock | null};
  /** The tool's own verdict on the resolution. */
  isMetRecorded: boolean | null;
  /** When it was logged again, up to so many days after its closing. */
  loggedAgain: number[];
}

/** The data of a workspace, its settings, and its own clock. */
export interface Desk {
  config: Config;
  /** "Now" is the newest import's, never the wall clock's: DECISIONS 18. */
  asOf: number;
  incidents: Incident[];
  workIn: ReadonlyMap<string, WorkIn>;
  /** Problems marked as known errors, by source and by id or number. */
  knownErrors: ReadonlySet<string>;
}

export function deskOf(landing: Landing, config: Config): Desk {
  const asOf = Math.max(...landing.imports.map(({as_of}) => as_of?.getTime() ?? 0));
  const workIn = new Map(config.calendars.map((each) => [each.name, workingTimeOf(each)]));
  const records = recordsOf(landing);
  const nameOf = groupNames(records);
  const verdictOf = recordedVerdicts(records);
  const candidates = countedIncidents(records).map((record) => {
    const history = statusHistory(record);
    return {record, history, course: courseOf(record, history)};
  });
  const watched = ({closedAt}: Course) => closedAt! + config.recurrenceDays * day;
  const again = loggedAgain(candidates, watched);
  const incidents = candidates.map((candidate): Incident => {
    const {record, history} = candidate;
    const clock = (kind: SlaKind) => clockOf(record, history, kind, {config, workIn});
    return {
      ...candidate,
      handling: handlingOf(record, config, nameOf),
      respondedAt: respondedAt(record, history),
      clocks: {response: clock('response'), resolution: clock('resolution')},
      isMetRecorded: verdictOf(record),
      loggedAgain: again.get(record.key) ?? [],
    };
  });
  return {config, asOf, incidents, workIn, knownErrors: knownErrorsIn(records)};
}

function knownErrorsIn(records: readonly Record[]): Set<string> {
  return new Set(
    records
      .map(({newest}) => newest)
      .filter(({attributes}) => /^(true|yes|1)$/i.test(attributes?.known_error ?? ''))
      .flatMap(({source, record_id, number}) => [`${source} ${record_id}`, `${source} ${number}`]),
  );
}
