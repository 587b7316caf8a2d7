import {changesOf} from './change.ts';
import {groupBy} from './group-by.ts';
import type {Record} from './record.ts';

/** What a group is called; audit trails tell groups by ids. */
export type GroupName = (record: Record, value: string) => string;

const isId = (value: string) => /^[0-9a-f]{32}$/.test(value);

/** Fewer moves, or less agreement, name no group. DECISIONS 15. */
const [enoughMoves, enoughAgreement] = [20, 0.8];

/**
 * Learns names behind ids: the group an incident was last moved to is the one it is with now. A desk
 * that passes everything on is never last; it is named by the home of those who pass on from it.
 */
export function groupNames(records: readonly Record[]): GroupName {
  const names = new Map([...namesOfPassingDesks(records), ...namesOfLastGroups(records)]);
  return ({newest}, value) => names.get(`${newest.source} ${value}`) ?? value;
}

function namesOfLastGroups(records: readonly Record[]): Map<string, string> {
  const votes: Vote[] = [];
  for (const record of records) {
    const last = changesOf(record, 'assignment_group').at(-1)?.to ?? null;
    const {source, assignment_group: name} = record.newest;
    if (last !== null && isId(last) && name !== null) votes.push({of: `${source} ${last}`, name});
  }
  return mostVoted(votes, () => true);
}

function namesOfPassingDesks(records: readonly Record[]): Map<string, string> {
  const home = homes(records);
  const votes: Vote[] = [];
  for (const record of records)
    for (const {from, by} of changesOf(record, 'assignment_group')) {
      const {source} = record.newest;
      const name = home.get(`${source} ${by}`);
      if (from !== null && isId(from) && name) votes.push({of: `${source} ${from}`, name});
    }
  return mostVoted(
    votes,
    (count, total) => total >= enoughMoves && count >= enoughAgreement * total,
  );
}

/** The group that most of a person's incidents are with. */
function homes(records: readonly Record[]): Map<string, string> {
  const votes: Vote[] = [];
  for (const {newest} of records)
    if (newest.assignee !== null && newest.assignment_group !== null)
      votes.push({of: `${newest.source} ${newest.assignee}`, name: newest.assignment_group});
  return mostVoted(votes, () => true);
}

interface Vote {
  of: string;
  name: string;
}

function mostVoted(
  votes: readonly Vote[],
  isEnough: (count: number, total: number) => boolean,
): Map<string, string> {
  const winners = new Map<string, string>();
  for (const [of, all] of groupBy(votes, (vote) => vote.of)) {
    const counts = [...groupBy(all, ({name}) => name)].map(([name, each]) => ({
      name,
      count: each.length,
    }));
    const [winner] = counts.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
    if (winner && isEnough(winner.count, all.length)) winners.set(of, winner.name);
  }
  return winners;
}
