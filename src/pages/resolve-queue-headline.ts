import {formatNumber} from '../charts/format.ts';
import type {RiskBand, RiskCount} from '../metrics/sla-at-risk.ts';
import {capitalised} from './headline-sentence.ts';
import {incidentsHref} from './link.ts';
import type {PageContext} from './page-context.ts';
import {pageHeld, pageMajors, pageUnassigned} from './queue-answers.ts';
import {queueHref} from './queue-link.ts';
import type {Fact} from './fact.ts';
import type {HeadlineBlock} from './headline-block.ts';
import {pageAtRisk} from './sla-answers.ts';
import {atRiskHref} from './sla-link.ts';

/** What presses most, then what is open and in which state. */
export async function resolveQueueHeadline(context: PageContext): Promise<HeadlineBlock> {
  const [{counts}, majors, unassigned, held, facts] = await Promise.all([
    pageAtRisk(context),
    pageMajors(context),
    pageUnassigned(context),
    pageHeld(context),
    flowFacts(context),
  ]);
  const [past, near] = [countOf(counts, ['breached']), countOf(counts, ['90-100'])];
  const nobody = sumOf(unassigned);
  const onHold = sumOf(held);
  const states: Fact[] = [
    {text: `${formatNumber(nobody)} with nobody`, href: queueHref(context, 'unassigned')},
    {text: ', '},
    {text: `${formatNumber(onHold)} on hold`, href: queueHref(context, 'on-hold')},
    {text: ', '},
    {
      text: `${formatNumber(past)} past their resolution target`,
      href: atRiskHref(context, {kind: 'resolution', band: 'breached'}),
    },
    {text: '.'},
  ];
  return {
    kind: 'headline',
    text: pressing({majors: majors.length, past, near, nobody}),
    lede: [...facts, ...states],
  };
}

interface Pressing {
  majors: number;
  past: number;
  near: number;
  nobody: number;
}

function pressing({majors, past, near, nobody}: Pressing): string {
  const parts = [
    ...(majors > 0 ? [`${formatNumber(majors)} ${plural(majors, 'major')} open`] : []),
    ...(near > 0
      ? [`${formatNumber(near)} ${plural(near, 'promise')} about to break`]
      : past > 0
        ? [`${formatNumber(past)} past target`]
        : []),
    ...(nobody > 0 ? [`${formatNumber(nobody)} with nobody`] : []),
  ];
  if (parts.length === 0)
    return 'Nothing presses: no major, nothing late, nothing without an owner.';
  return `${capitalised(parts.join(', '))}.`;
}

function plural(count: number, word: string): string {
  return count === 1 ? word : `${word}s`;
}

/** `301 open. Today 12 opened, 9 resolved; ` */
async function flowFacts(context: PageContext): Promise<Fact[]> {
  const {frame, request} = context;
  const today = {grain: 'day' as const, from: frame.asOfOn, to: null};
  const ids = ['backlog', 'opened', 'resolved'] as const;
  const figures = await Promise.all(ids.map(async (id) => (await context.measure(id, today))?.[0]));
  const fact = (index: number, words: string): Fact => ({
    text: `${formatNumber(figures[index]?.value ?? 0)} ${words}`,
    href: incidentsHref(ids[index] ?? 'backlog', {period: frame.asOfOn, where: request.where}),
  });
  return [
    fact(0, 'open'),
    {text: '; today '},
    fact(1, 'opened'),
    {text: ' and '},
    fact(2, 'resolved'),
    {text: '. Of the open ones '},
  ];
}

function countOf(counts: readonly RiskCount[], bands: readonly RiskBand[]): number {
  return sumOf(counts.filter(({kind, band}) => kind === 'resolution' && bands.includes(band)));
}

function sumOf(rows: readonly {count: number}[]): number {
  return rows.reduce((sum, {count}) => sum + count, 0);
}
