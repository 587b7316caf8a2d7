import {formatNumber} from '../charts/format.ts';
import {compareRates, overdispersion} from '../improvement/rate-change.ts';
import {dateLiteral} from '../metrics/slice.ts';
import {firstDayOf} from '../metrics/history-start.ts';
import {addDays} from '../time/period.ts';
import {adjustedProbabilities} from './false-discovery.ts';
import type {Detect, FindingContext} from './finding-context.ts';
import {findingWindow, type FindingWindow} from './finding-window.ts';
import {linked, plain, shareText} from './finding-words.ts';
import type {FoundFact} from './finding.ts';
import {hoursOf} from './hours-of.ts';
import {incidentsIn} from './incidents-in.ts';
import {narrowed} from './narrowed.ts';
import {factKey, proposalOf} from './part-fact.ts';
import {t} from '../wording/t.ts';

const metric = 'opened';
/** Growth and neglect that are worth a sentence: DECISIONS.md, 53. */
const worthTelling = {probability: 0.01, ratio: 1.2, excess: 20, linked: 0.1} as const;

/** Services with more incidents than a quarter ago of which hardly any has a problem record. */
export const detectVolumeWithoutProblems: Detect = async (context) => {
  const window = findingWindow(context);
  const before = quarterBefore(window);
  if (before.from < context.historyFrom && !(await hasDataSince(context, before.from))) return [];
  const volumes = await readVolumes(context, window, before.from);
  const tested = volumes.map((volume) => ({volume, ...testOf(volume)}));
  const adjusted = adjustedProbabilities(tested.map(({probability}) => probability));
  const standing = tested.filter(
    ({volume, ratio}, index) =>
      (adjusted[index] ?? 1) <= worthTelling.probability &&
      ratio >= worthTelling.ratio &&
      sumOf(volume.after) - sumOf(volume.before) >= worthTelling.excess &&
      volume.linked_share <= worthTelling.linked,
  );
  return Promise.all(standing.map(({volume, ratio}) => factOf(context, {window, volume, ratio})));
};

/** As many days before the window as it has. */
function quarterBefore({from, to}: FindingWindow): {from: string} {
  return {from: addDays(from, Math.round((Date.parse(from) - Date.parse(to)) / 86_400_000))};
}

async function hasDataSince({session}: FindingContext, day: string): Promise<boolean> {
  const firstOn = await firstDayOf(session);
  return firstOn !== null && firstOn <= day;
}

interface Volume {
  service: string;
  /** Incidents of each week of the window before, and of the window. */
  before: number[];
  after: number[];
  linked: number;
  linked_share: number;
}

/** A source without a single problem link says nothing about problems. */
async function readVolumes(
  context: FindingContext,
  window: FindingWindow,
  from: string,
): Promise<Volume[]> {
  const {sql, params} = incidentsIn(context);
  const rows = await context.session.query<{
    service: string;
    week: number;
    count: number;
    linked: number;
  }>(
    `select i.service, cast((i.opened_on - ${dateLiteral(from)}) // 7 as integer) as week,
       cast(count(*) as integer) as count, cast(count(*) filter (where i.has_problem) as integer) as linked
     from ${sql} as i
     where i.opened_on >= ${dateLiteral(from)} and i.opened_on < ${dateLiteral(window.to)}
       and i.service is not null
       and i.source in (select source from marts.fct_incident where has_problem)
     group by 1, 2`,
    params,
  );
  const split = Math.round((Date.parse(window.from) - Date.parse(from)) / (7 * 86_400_000));
  const volumes = new Map<string, Volume>();
  for (const {service, week, count, linked} of rows) {
    const volume = volumes.get(service) ?? {
      service,
      before: new Array<number>(split).fill(0),
      after: new Array<number>(window.weekCount).fill(0),
      ...{linked: 0, linked_share: 0},
    };
    volumes.set(service, volume);
    if (week < split) volume.before[week] = count;
    else {
      volume.after[Math.min(week - split, window.weekCount - 1)] = count;
      volume.linked += linked;
    }
  }
  return [...volumes.values()].map((volume) => ({
    ...volume,
    linked_share: volume.linked / Math.max(1, sumOf(volume.after)),
  }));
}

function testOf({before, after}: Volume): {ratio: number; probability: number} {
  const dispersion = Math.max(overdispersion(before), overdispersion(after));
  const change = compareRates(
    {count: sumOf(before) / dispersion, time: before.length},
    {count: sumOf(after) / dispersion, time: after.length},
  );
  return {ratio: change.ratio ?? 0, probability: change.moreProbability};
}

interface Told {
  window: FindingWindow;
  volume: Volume;
  ratio: number;
}

async function factOf(context: FindingContext, {window, volume, ratio}: Told): Promise<FoundFact> {
  const {service, before, after, linked: linkedCount, linked_share} = volume;
  const where = narrowed(context.where, 'service', service);
  const [was, is] = [sumOf(before), sumOf(after)];
  const hours = await hoursOf(context, window, {part: 'i.service', value: service});
  const more = (is - was) / window.periodCount;
  return {
    key: factKey('volume without problems', metric, where),
    ...{detector: 'volume without problems', period: context.period.id, metric, where},
    title: t`${service} grows and nobody asks why: ${shareText(ratio - 1)} more incidents than the quarter before, ${shareText(linked_share)} linked to a problem`,
    text: [
      linked(t`${formatNumber(is)} opened`, {metric, period: window.id, where}),
      plain(
        t` in ${window.words}, ${formatNumber(was)} in as many before; ${formatNumber(linkedCount)} of them have a problem record.`,
      ),
    ],
    since: window.from,
    ...{n: is, value: is, reference: was},
    consequence: {hours: hours === null ? null : more * hours, breaches: null, users: more},
    suggestion: t`Open a problem record for ${service}, beginning with its largest candidate.`,
    proposal: proposalOf(window, {
      title: t`Find the cause of what grows in ${service}`,
      ...{metric, where, value: is, target: was},
    }),
  };
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
