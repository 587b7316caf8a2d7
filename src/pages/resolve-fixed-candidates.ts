import {formatNumber} from '../charts/format.ts';
import {formatDay} from '../charts/format-period.ts';
import type {Effect} from '../improvement/effect-verdict.ts';
import type {Candidate} from '../problems/candidate.ts';
import {effectText, hoursText, things, verdictWord} from './candidate-words.ts';
import {capitalised, countWord} from './headline-sentence.ts';
import {candidateHref} from './link.ts';
import type {CandidateSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import type {Cell} from './resolved-table.ts';
import type {TableBlock} from './table-block.ts';
import {t, translated} from '../wording/t.ts';

interface Fix {
  candidate: Candidate;
  effect: Effect;
  /** Incidents that did not come since, at the rate before; null while no effect is seen. */
  avoided: number | null;
  /** The same in hours, at what its incidents of the window cost each. */
  savedHours: number | null;
}

/** What was said to be fixed: whether it became rarer, and what that saved so far. */
export async function resolveFixedCandidates(
  context: PageContext,
  {id, top}: Extract<CandidateSpec, {block: 'candidates fixed'}>,
): Promise<TableBlock | null> {
  if (context.request.where.length > 0) return null;
  const {candidates} = await context.candidates();
  const fixes = candidates.flatMap(fixOf).sort((a, b) => (b.savedHours ?? 0) - (a.savedHours ?? 0));
  if (fixes.length === 0) return null;
  return {
    kind: 'table',
    id,
    title: titleOf(fixes),
    subtitle: t`Whole weeks before the fix against whole weeks since; an effect is seen when chance explains it in less than one of 200 looks`,
    table: {
      columns: [
        {label: t`Candidate`, align: 'left'},
        {label: t`Fixed on`, align: 'left', isDetail: true},
        {label: t`Verdict`, align: 'left'},
        {label: t`Incidents a week`, align: 'left', isDetail: true},
        {label: t`Saved so far`, align: 'right'},
      ],
      rows: fixes.slice(0, top).map(rowOf),
    },
    note: [
      {
        text: t`Saved: incidents that did not come since, at the rate before, times what its incidents lost each in the window. Told only where the effect is seen.`,
      },
    ],
    downloads: [],
  };
}

function fixOf(candidate: Candidate): Fix[] {
  const {afterFix: effect, hoursLost, windowCount} = candidate;
  if (!effect) return [];
  const {before, after} = effect;
  const isSeen = effect.verdict === 'effect seen' && before.weekCount > 0;
  const avoided = isSeen ? (before.count / before.weekCount) * after.weekCount - after.count : null;
  const savedHours =
    avoided !== null && windowCount > 0 ? (avoided * hoursLost) / windowCount : null;
  return [{candidate, effect, avoided, savedHours}];
}

function titleOf(fixes: readonly Fix[]): string {
  const seen = fixes.filter(({effect}) => effect.verdict === 'effect seen');
  const worse = fixes.filter(({effect}) => effect.verdict === 'got worse').length;
  const saved = seen.reduce((sum, {savedHours}) => sum + (savedHours ?? 0), 0);
  const told = toldOf(fixes.length, seen.length, hoursText(saved));
  return worse === 0 ? told : t`${told}; ${countWord(worse)} got worse`;
}

function toldOf(all: number, seen: number, saved: string): string {
  const of = countWord(all);
  if (seen === 0)
    return all === 1
      ? t`No effect is seen yet of the one fix`
      : t`No effect is seen yet of ${of} fixes`;
  if (all === 1) return t`The one fix shows the effect: about ${saved} saved so far`;
  const some = capitalised(countWord(seen));
  return seen === 1
    ? t`${some} of ${of} fixes shows the effect: about ${saved} saved so far`
    : t`${some} of ${of} fixes show the effect: about ${saved} saved so far`;
}

function rowOf({candidate, effect, avoided, savedHours}: Fix): Cell[] {
  const {decision, name, label} = candidate;
  return [
    {
      text: label,
      href: candidateHref(name),
      detail: [name, decision?.problemId].filter(Boolean).join(' · '),
    },
    {text: decision?.fixedOn ? formatDay(decision.fixedOn) : '–', detail: decision?.by ?? ''},
    verdictCell(effect),
    {text: effectText(effect)},
    savedHours === null
      ? {text: '–', value: null}
      : {
          text: hoursText(savedHours),
          value: savedHours,
          detail: t`about ${formatNumber(avoided ?? 0)} incidents`,
        },
  ];
}

export function verdictCell(effect: Effect): Cell {
  const {verdict, weeksNeeded, reason} = effect;
  const wait =
    verdict === 'not yet' && weeksNeeded !== null
      ? t`about ${things(weeksNeeded, 'week', 'weeks')} more`
      : translated(reason);
  const signal = {
    'effect seen': 'better',
    'got worse': 'worse',
    'not yet': 'common',
    'cannot tell': 'too few',
  } as const;
  return {text: verdictWord(verdict), signal: signal[verdict], detail: wait};
}
