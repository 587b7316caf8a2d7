import {groupBy} from './group-by.ts';
import type {Course} from './course.ts';
import {jaroWinkler, lettersOf} from './likeness.ts';
import type {Record} from './record.ts';

/** An incident that may have come back, or may be the return of another. */
export interface Candidate {
  record: Record;
  course: Course;
}

const nearIdentical = 0.94;
const enoughLetters = 8;

/**
 * When each resolved incident was logged again, by record key: the openings, in order, of counted,
 * not cancelled incidents of its source that are the same trouble. DECISIONS 9.
 */
export function loggedAgain(
  candidates: readonly Candidate[],
  lastsFor: (course: Course) => number,
): Map<string, number[]> {
  const later = candidates.filter(({course}) => course.cancelledAt === null);
  const byRequester = groupBy(later, ({record: {newest}}) =>
    newest.requester === null ? null : `${newest.source} ${newest.requester}`,
  );
  const byQuoted = quotations(later);
  const again = new Map<string, number[]>();
  for (const {record, course} of candidates) {
    if (course.resolvedAt === null) continue;
    const {source, requester, number, record_id} = record.newest;
    const sameTrouble = (byRequester.get(`${source} ${requester}`) ?? []).filter((other) =>
      isSameTrouble(record, other.record),
    );
    const quoting = [...new Set([record_id, number])].flatMap(
      (name) => byQuoted.get(`${source} ${name}`) ?? [],
    );
    const openings = [...sameTrouble, ...quoting]
      .filter((other) => other.record !== record)
      .map((other) => other.course.openedAt)
      .filter((at) => at > course.resolvedAt! && at <= lastsFor(course));
    again.set(
      record.key,
      openings.sort((a, b) => a - b),
    );
  }
  return again;
}

/** Same category with the same CI, or the same service where either has no CI; or the same words. */
function isSameTrouble({newest: a}: Record, {newest: b}: Record): boolean {
  const isSameThing =
    a.ci !== null && b.ci !== null ? a.ci === b.ci : a.service !== null && a.service === b.service;
  if (a.category !== null && a.category === b.category && isSameThing) return true;
  const [mine, other] = [lettersOf(a.title ?? ''), lettersOf(b.title ?? '')];
  if (mine.length < enoughLetters || other.length < enoughLetters) return false;
  return jaroWinkler(mine, other) >= nearIdentical;
}

/** The incidents that name another as theirs, or quote its number in their text. */
function quotations(candidates: readonly Candidate[]): Map<string, Candidate[]> {
  const quoting = candidates.flatMap((candidate) => {
    const {source, title, description, parent_id} = candidate.record.newest;
    const words = `${title ?? ''} ${description ?? ''}`.match(/[\p{L}\d]+(-\d+)?/gu) ?? [];
    return [...new Set([...words, parent_id ?? ''])].map((name) => ({
      candidate,
      name: `${source} ${name}`,
    }));
  });
  return new Map(
    [...groupBy(quoting, ({name}) => name)].map(([name, all]) => [
      name,
      all.map(({candidate}) => candidate),
    ]),
  );
}
