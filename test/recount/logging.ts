import type {Config} from '../../src/config/config.ts';
import {byOpening, eachIncident, type Definition} from './definition.ts';
import {share, shareOfTold} from './figure.ts';
import {groupBy} from './group-by.ts';
import type {Desk, Incident} from './incident.ts';

/** How well incidents were logged. DECISIONS 28 and 30. */
export const loggingMetrics: {[id: string]: Definition} = {
  ci_coverage: eachIncident(share, {at: byOpening, told: ({record}) => record.newest.ci !== null}),
  vague_category_rate: {summary: share, facts: vagueCategories},
  priority_mismatch_rate: eachIncident(shareOfTold, {
    at: byOpening,
    told({record: {newest}}, {config}) {
      const expected = expectedPriority(newest, config);
      return expected === null || newest.priority === null ? null : newest.priority !== expected;
    },
  }),
  chronology_fault_rate: eachIncident(share, {at: byOpening, told: hasFault}),
};

/** A category needs this many beside it before its share says that it is picked for want of a better. */
const enoughCategories = 5;

/** Empty, "other" in some words, or holding more than its share of its source. */
function vagueCategories(desk: Desk) {
  const {config, incidents} = desk;
  const overfull = new Set<string>();
  for (const [source, all] of groupBy(incidents, ({record}) => record.newest.source)) {
    const categories = groupBy(all, ({record}) => record.newest.category);
    if (categories.size < enoughCategories) continue;
    for (const [category, some] of categories)
      if (some.length > config.vagueShare * all.length) overfull.add(`${source} ${category}`);
  }
  const isVague = new RegExp(config.vaguePattern, 'iu');
  return eachIncident(share, {
    at: byOpening,
    told: ({record: {newest}}) =>
      newest.category === null ||
      isVague.test(newest.category) ||
      overfull.has(`${newest.source} ${newest.category}`),
  }).facts(desk);
}

/** What the matrix of impact and urgency gives; null where either isn't known. */
function expectedPriority(
  {impact, urgency}: {impact: string | null; urgency: string | null},
  {priorityMatrix}: Config,
): string | null {
  const levelOf = (field: 'impact' | 'urgency', text: string | null) => {
    const leading = /^\s*(\d+)/.exec(text ?? '')?.[1];
    if (leading !== undefined) return Number(leading);
    const word = (text ?? '').trim().toLowerCase();
    return priorityMatrix.words.find((each) => each.field === field && each.word === word)?.level;
  };
  const levels = {impact: levelOf('impact', impact), urgency: levelOf('urgency', urgency)};
  const cell = priorityMatrix.cells.find(
    (each) => each.impact === levels.impact && each.urgency === levels.urgency,
  );
  return cell?.priority ?? null;
}

/** Whether anything ended before it began: DECISIONS 17. */
function hasFault({record: {newest}, course, respondedAt}: Incident): boolean {
  const {openedAt, resolvedAt, closedAt} = course;
  const [occurredAt, detectedAt] = [newest.occurred_at?.getTime(), newest.detected_at?.getTime()];
  const inOrder: [number | null | undefined, number | null | undefined][] = [
    [occurredAt, detectedAt],
    [openedAt, respondedAt],
    [openedAt, resolvedAt],
    [detectedAt, resolvedAt],
    [openedAt, closedAt],
    [resolvedAt, closedAt],
  ];
  return inOrder.some(([first, then]) => first != null && then != null && then < first);
}
