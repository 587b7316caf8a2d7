import {formatNumber, formatValue} from '../charts/format.ts';
import {asKnownNote} from './as-known.ts';
import {hoursText, windowText} from './candidate-words.ts';
import {capitalised, countWord} from './headline-sentence.ts';
import {candidateHref} from './link.ts';
import type {PageContext} from './page-context.ts';
import {heaviest} from './resolve-candidates-headline.ts';
import type {FigureBlock} from './figure-block.ts';
import {t} from '../wording/t.ts';

/** How few candidates make most of the hours: each incident's hours stand at one candidate. */
export async function resolvePareto(context: PageContext, id: string): Promise<FigureBlock | null> {
  if (context.request.where.length > 0) return null;
  const {candidates, total, pareto} = await context.candidates();
  const [first] = candidates;
  if (!first || pareto.candidateCount === 0) return null;
  const ranked = heaviest(candidates, total);
  const {candidateCount, hoursLost} = pareto;
  const subtitle = t`Hours lost by candidate in the ${windowText(first, context.frame.asOfOn)}, each incident counted once, and the share they make together`;
  return {
    kind: 'figure',
    id,
    title: t`${capitalised(countWord(candidateCount))} of ${formatNumber(total)} candidates make 80\u202f% of the hours`,
    subtitle,
    data: {
      chart: 'pareto',
      rows: ranked.map(({name, label, hoursCountedOnce, hoursRunningShare}) => ({
        label: `${name} ${label}`,
        value: hoursCountedOnce,
        runningShare: hoursRunningShare ?? 0,
      })),
    },
    unit: 'total hours',
    target: null,
    range: null,
    ariaLabel: t`${formatNumber(candidateCount)} of ${formatNumber(total)} problem candidates make 80 % of ${hoursText(hoursLost)} lost`,
    note: [
      ...asKnownNote(context),
      {
        text: t`${hoursText(hoursLost)} in all. An incident that supports several candidates counts at the one it fits best.`,
      },
    ],
    table: {
      columns: [
        {label: t`Candidate`, align: 'left'},
        {label: t`Hours`, align: 'right'},
        {label: t`With all before`, align: 'right'},
      ],
      rows: heaviest(candidates, Math.max(candidateCount, 20)).map((each) => [
        {text: each.label, href: candidateHref(each.name), detail: each.name},
        {text: hoursText(each.hoursCountedOnce), value: each.hoursCountedOnce},
        {text: formatValue(each.hoursRunningShare, 'share'), value: each.hoursRunningShare},
      ]),
    },
    definitions: [],
    downloads: [],
  };
}
