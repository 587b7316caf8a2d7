import {formatNumber, formatSize} from '../charts/format.ts';
import {formatDay} from '../charts/format-period.ts';
import {newsText} from '../findings/news-text.ts';
import type {Finding, Piece} from '../findings/finding.ts';
import {actionName, isOpenStatus, type Action} from '../register/action.ts';
import {noActions} from './action-register.ts';
import {findingAnchor, findingsTold} from './findings-told.ts';
import {actionHref, incidentsHref, pageHref, proposeHref} from './link.ts';
import type {BlockSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import type {Fact} from './fact.ts';
import type {FindingsBlock, ResolvedFinding} from './findings-block.ts';
import type {ResolvedPeriod} from './resolved-page.ts';
import {t, translated} from '../wording/t.ts';
import {thisPeriod} from './grain-words.ts';

type FindingsSpec = Extract<BlockSpec, {block: 'findings'}>;

/** What the detectors found in the period: what is news as a list, what was told before as a line. */
export async function resolveFindings(
  context: PageContext,
  spec: FindingsSpec,
): Promise<FindingsBlock | null> {
  const {period} = context;
  // What still runs is not judged.
  if (!period?.isComplete) return null;
  const findings = await context.foundFacts();
  if (findings === null) return pendingFindings(context, period.id, spec);
  const told = await findingsTold(context);
  const fresh = told.filter(({news}) => news !== 'known');
  const known = told.filter(({news}) => news === 'known');
  const untold = findings.length - told.length;
  const resolved = (finding: Finding) => resolvedFinding(context, period, finding);
  return {
    kind: 'findings',
    id: spec.id,
    title: titleOf(fresh.length, period),
    subtitle:
      findings.length > 0 ? t`The costliest first: working hours, missed targets, users` : '',
    items: fresh.map(resolved),
    known: known.map(resolved),
    note: untoldNote(untold),
    downloads: downloadsOf(context, period),
  };
}

/** Which comes by itself where there is script, and by asking again where there is none. */
function pendingFindings(context: PageContext, period: string, {id}: FindingsSpec): FindingsBlock {
  const {path} = context.page;
  const {where, choices} = context.request;
  return {
    ...{kind: 'findings', id, title: t`Findings of this view are being looked for`, subtitle: ''},
    ...{items: [], known: [], isPending: true},
    note: [
      {text: t`Nobody asked for them before. In a moment they stand here:`},
      {text: ' '},
      {text: t`Look again`, href: pageHref(path, {period, where, choices})},
      {text: '.'},
    ],
    downloads: [],
  };
}

function untoldNote(count: number): Fact[] {
  if (count === 0) return [];
  const text =
    count === 1
      ? t`One lesser one is in the download.`
      : t`${formatNumber(count)} lesser ones are in the download.`;
  return [{text}];
}

function titleOf(count: number, {grain}: ResolvedPeriod): string {
  if (count === 0) return t`Nothing new was found ${thisPeriod(grain)}`;
  return count === 1
    ? t`One finding is new or changed ${thisPeriod(grain)}`
    : t`${formatNumber(count)} findings are new or changed ${thisPeriod(grain)}`;
}

function resolvedFinding(
  {catalogue, register = noActions}: PageContext,
  {grain, id}: ResolvedPeriod,
  finding: Finding,
): ResolvedFinding {
  const {key, title, text, n, since, news, suggestion, proposal} = finding;
  const actedOn = register.actions.findLast(
    ({origin, status}) => origin.key === key && isOpenStatus(status),
  );
  return {
    ...{key, title, news, suggestion},
    id: findingAnchor(key),
    text: text.map(factOf),
    evidence: t`${formatSize(n)} · since ${formatDay(since)}`,
    newsText: newsText(finding, grain, catalogue.get(finding.metric).unit),
    propose: actedOn ? linkTo(actedOn) : proposal && proposeLink(key, id),
  };
}

function proposeLink(key: string, period: string) {
  return {
    label: t`Propose action`,
    href: proposeHref(key, period),
    isOnlyLink: true as const,
  };
}

/** The action that was made of the finding, and how far it is. */
function linkTo({actionNo, status}: Action) {
  const name = actionName(actionNo);
  return {label: `${name}, ${translated(status)}`, href: actionHref(name)};
}

/** A piece of a sentence; one that counts incidents leads to them. */
function factOf({text, rows, ...rest}: Piece): Fact {
  if (!rows) return {text, ...rest};
  const href = incidentsHref(rows.metric, {period: rows.period, where: rows.where});
  return {text, href, ...rest};
}

function downloadsOf({request}: PageContext, {grain, id}: ResolvedPeriod) {
  const query = new URLSearchParams({grain, period: id});
  for (const {dimension, values} of request.where)
    for (const value of values) query.append(dimension, value);
  const href = (format: string) => `/api/findings?${query}&format=${format}`;
  return [
    {label: 'CSV' as const, href: href('csv')},
    {label: 'JSON' as const, href: href('json')},
  ];
}
