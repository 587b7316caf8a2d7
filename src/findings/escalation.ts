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
import {besideOthers, partFact} from './part-fact.ts';
import {excessOf, standingParts} from './standing-parts.ts';
import {t} from '../wording/t.ts';

const metric = 'escalation_functional';
/** The finest that tells something is told: the coarser says the same with less. */
const dimensions = ['subcategory', 'category'] as const;
type By = (typeof dimensions)[number];

/** What the first level passes on more often than all else: it lacks the skill or the article. */
export const detectEscalation: Detect = async (context) => {
  const window = findingWindow(context);
  const facts = await Promise.all(dimensions.map((by) => factsBy(context, window, by)));
  return facts.find((found) => found.length > 0) ?? [];
};

async function factsBy(
  context: FindingContext,
  window: FindingWindow,
  by: By,
): Promise<FoundFact[]> {
  const counts = await countParts(context, window, {
    part: `i.${by}`,
    hit: 'i.is_escalated_functionally',
    day: 'resolved_on',
    among: 'i.is_resolved',
  });
  const standing = standingParts(compareParts(counts, window.weekCount));
  return Promise.all(
    standing
      .filter(({part}) => part !== null)
      .map((part) => factOf(context, {window, part, by, name: part.part ?? ''})),
  );
}

interface Told {
  window: FindingWindow;
  part: ComparedPart;
  by: By;
  name: string;
}

async function factOf(context: FindingContext, {window, part, by, name}: Told): Promise<FoundFact> {
  const where = narrowed(context.where, by, name);
  const paths = await readPaths(context, window, {by, name});
  const perPeriod = excessOf(part) / window.periodCount;
  const {delay} = paths;
  return partFact(context, window, part, {
    ...{detector: 'escalation', metric, where},
    title: t`${name} is passed on to a higher tier: ${shareText(part.hits / part.n)} of it, ${oftenText(part.ratio)}`,
    text: [
      plain(t`${formatNumber(part.hits)} of `),
      linked(t`${formatNumber(part.n)} resolved`, {metric, period: window.id, where}),
      plain(t` in ${window.words}; ${besideOthers(part)}. `),
      ...pathWords(paths),
    ],
    suggestion: paths.hasFewArticles
      ? t`Have ${paths.to ?? t`the group it goes to`} write the articles the first level needs for ${name}.`
      : t`Train the first level for ${name}, or send it to ${paths.to ?? t`the right group`} at once.`,
    action: t`First level resolves more of ${name}`,
    consequence: {hours: delay === null ? null : perPeriod * delay, breaches: null, users: null},
  });
}

interface Paths {
  /** Where most of it ends. */
  to: string | null;
  to_share: number | null;
  /** Share resolved with an article, here and elsewhere; null where that isn't told. */
  own_articles: number | null;
  other_articles: number | null;
  /** Median working hours that an escalated one takes longer. */
  delay: number | null;
  hasFewArticles: boolean;
}

async function readPaths(
  context: FindingContext,
  {from, to}: FindingWindow,
  {by, name}: {by: By; name: string},
): Promise<Paths> {
  const {sql, params} = incidentsIn(context);
  const [row] = await context.session.query<Omit<Paths, 'hasFewArticles'>>(
    `with resolved as (
       select i.${by} = $name as is_own, i.is_escalated_functionally as is_passed,
         i.assignment_group, i.has_knowledge, coalesce(i.business_hours, i.resolve_hours) as hours
       from ${sql} as i
       where i.is_resolved and i.resolved_on >= ${dateLiteral(from)} and i.resolved_on < ${dateLiteral(to)}
     ),
     ends as (
       select assignment_group, count(*) / sum(count(*)) over () as share
       from resolved where is_own and is_passed group by 1
     )
     select
       (select assignment_group from ends order by share desc, assignment_group limit 1) as "to",
       (select max(share) from ends) as to_share,
       avg(has_knowledge::integer) filter (where is_own) as own_articles,
       avg(has_knowledge::integer) filter (where not is_own) as other_articles,
       median(hours) filter (where is_own and is_passed)
         - median(hours) filter (where is_own and not is_passed) as delay
     from resolved`,
    {...params, name},
  );
  const {own_articles = null, other_articles = null, delay = null} = row ?? {};
  const hasFewArticles = (own_articles ?? 1) < 0.6 * (other_articles ?? 0);
  return {
    ...{to: row?.to ?? null, to_share: row?.to_share ?? null, own_articles, other_articles},
    ...{delay: delay === null ? null : Math.max(0, delay), hasFewArticles},
  };
}

function pathWords({to, to_share, own_articles, other_articles}: Paths): Piece[] {
  const path =
    to !== null && (to_share ?? 0) >= 0.25 ? t`${shareText(to_share ?? 0)} ends with ${to}. ` : '';
  const articles =
    own_articles !== null && other_articles !== null
      ? t`${shareText(own_articles)} is resolved with an article, elsewhere ${shareText(other_articles)}.`
      : '';
  return path + articles === '' ? [] : [plain((path + articles).trim())];
}
