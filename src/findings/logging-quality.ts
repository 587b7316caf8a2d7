import {formatNumber} from '../charts/format.ts';
import {dateLiteral} from '../metrics/slice.ts';
import {compareParts, type ComparedPart} from './compare-parts.ts';
import {countParts} from './count-parts.ts';
import type {Detect, FindingContext} from './finding-context.ts';
import {findingWindow, type FindingWindow} from './finding-window.ts';
import {linked, plain, shareText, oftenText} from './finding-words.ts';
import type {FoundFact, Piece} from './finding.ts';
import {incidentsIn} from './incidents-in.ts';
import {narrowed} from './narrowed.ts';
import {partFact} from './part-fact.ts';
import {excessOf, standingParts} from './standing-parts.ts';
import {phrase, t, translated} from '../wording/t.ts';

/** What can be wrong with a record, and what to do about it. */
interface Fault {
  metric: string;
  /** In SQL over `i`; null where it can't be told. */
  hit: string;
  /** The metric is the share without the fault. */
  isInverse?: boolean;
  /** `P2 is …: 13.6 % of it`. */
  words: string;
  suggestion: string;
}

const faults: readonly Fault[] = [
  {
    metric: 'priority_mismatch_rate',
    hit: 'i.is_priority_mismatch',
    words: phrase`gets a priority that impact and urgency do not give`,
    suggestion: phrase`let the form compute the priority from impact and urgency`,
  },
  {
    metric: 'vague_category_rate',
    hit: 'i.is_vague_category',
    words: phrase`is logged with a category that says nothing`,
    suggestion: phrase`take the catch-all category off the form, and offer the likely one`,
  },
  {
    metric: 'ci_coverage',
    hit: 'i.ci is null',
    isInverse: true,
    words: phrase`is logged without a configuration item`,
    suggestion: phrase`ask for the configuration item when the incident is logged`,
  },
  {
    metric: 'recategorised_rate',
    hit: 'i.is_recategorised',
    words: phrase`has to be put into another category`,
    suggestion: phrase`name the categories as callers name things`,
  },
];

const dimensions = ['priority', 'channel', 'assignment_group'] as const;
type By = (typeof dimensions)[number];

/** Where incidents are logged wrong far more often than elsewhere. */
export const detectLoggingQuality: Detect = async (context) => {
  const window = findingWindow(context);
  const looks = faults.flatMap((fault) => dimensions.map((by) => ({fault, by})));
  const facts = await Promise.all(looks.map((look) => factsOf(context, {...look, window})));
  return facts.flat();
};

interface Look {
  fault: Fault;
  by: By;
  window: FindingWindow;
}

async function factsOf(context: FindingContext, look: Look): Promise<FoundFact[]> {
  const {fault, by, window} = look;
  const counts = await countParts(context, window, {
    ...{part: `i.${by}`, hit: fault.hit, day: 'opened_on', among: 'not i.is_cancelled'},
    // What is unlike is what is looked at; only the tools differ in what they can tell.
    kind: 'i.source',
  });
  const standing = standingParts(compareParts(counts, window.weekCount));
  const known = standing.filter(({part}) => part !== null);
  // Where most of it is wrong everywhere, it is no matter of one part.
  const isCommon =
    counts.reduce((sum, {hits}) => sum + hits, 0) > 0.5 * counts.reduce((sum, {n}) => sum + n, 0);
  if (isCommon) return [];
  return Promise.all(known.slice(0, 2).map((part) => factOf(context, look, part)));
}

async function factOf(
  context: FindingContext,
  {fault, by, window}: Look,
  part: ComparedPart,
): Promise<FoundFact> {
  const name = part.part ?? '';
  const {metric, words, suggestion} = fault;
  const where = narrowed(context.where, by, name);
  const excess = excessOf(part) / window.periodCount;
  const loggers = await readLoggers(context, window, {fault, by, name});
  const fact = partFact(context, window, part, {
    ...{detector: 'logging quality', metric, where},
    title: t`${name} ${translated(words)}: ${shareText(part.hits / part.n)} of it, ${oftenText(part.ratio)}`,
    text: [
      plain(t`${formatNumber(part.hits)} of `),
      linked(t`${formatNumber(part.n)} opened`, {metric, period: window.id, where}),
      plain(t` in ${window.words}, elsewhere ${shareText(part.expected / part.n)}.`),
      ...loggers.pieces,
    ],
    suggestion: suggestionOf(fault, part, loggers.where),
    action: t`${name}: ${translated(suggestion)}`,
    consequence: {hours: null, breaches: null, users: excess},
  });
  if (!fault.isInverse) return fact;
  const [value, reference] = [1 - fact.value, 1 - fact.reference];
  return {
    ...fact,
    ...{value, reference},
    proposal: fact.proposal && {
      ...fact.proposal,
      baseline: {...fact.proposal.baseline, value},
      target: Number(reference.toPrecision(2)),
    },
  };
}

/** Where most are at odds with the matrix, it is likely the matrix: the tool goes by another. */
function suggestionOf({metric, suggestion}: Fault, {hits, n}: ComparedPart, where: string | null) {
  if (metric === 'priority_mismatch_rate' && hits > 0.5 * n)
    return t`Compare the priority matrix of the configuration with the one the tool goes by.`;
  return where === null
    ? t`Wherever it is logged, ${translated(suggestion)}.`
    : t`At ${where}, ${translated(suggestion)}.`;
}

/** Who logged most of them: the first group that had it. */
async function readLoggers(
  context: FindingContext,
  {from, to}: FindingWindow,
  {fault, by, name}: {fault: Fault; by: By; name: string},
): Promise<{where: string | null; pieces: Piece[]}> {
  const {sql, params} = incidentsIn(context);
  const [row] = await context.session.query<{
    first: string;
    hits: number;
    n: number;
    share: number;
  }>(
    `with logged as (
       select i.record_no, ${fault.hit} as is_hit
       from ${sql} as i
       where i.${by} = $name and not i.is_cancelled and ${fault.hit} is not null
         and i.opened_on >= ${dateLiteral(from)} and i.opened_on < ${dateLiteral(to)}
     ),
     firsts as (
       select l.is_hit, arg_min(s.assignment_group, s.started_at) as first
       from logged as l
       left join marts.fct_assignment_span as s
         on s.record_no = l.record_no and s.assignment_group is not null
       group by l.record_no, l.is_hit
     )
     select first, cast(count(*) filter (where is_hit) as integer) as hits,
       cast(count(*) as integer) as n,
       count(*) filter (where is_hit) / sum(count(*) filter (where is_hit)) over () as share
     from firsts group by 1 qualify first is not null order by hits desc, first limit 1`,
    {...params, name},
  );
  if (!row || row.share < 0.5 || by === 'assignment_group') return {where: null, pieces: []};
  return {
    where: row.first,
    pieces: [
      plain(
        t` ${shareText(row.share)} of them were logged at ${row.first}: ${formatNumber(row.hits)} of its ${formatNumber(row.n)}.`,
      ),
    ],
  };
}
