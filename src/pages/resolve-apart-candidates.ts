import {formatNumber} from '../charts/format.ts';
import type {Candidate} from '../problems/candidate.ts';
import {t} from '../wording/t.ts';
import {nameCell, countCell, sparkCell} from './candidate-cells.ts';
import {hoursText, isApart, statusCell} from './candidate-words.ts';
import {joined} from './headline-sentence.ts';
import type {PageContext} from './page-context.ts';
import type {CandidateSpec} from './page.ts';
import type {Cell} from './resolved-table.ts';
import type {TableBlock} from './table-block.ts';

type Spec = Extract<CandidateSpec, {block: 'candidates apart'}>;

/** Quiet for longer than their rate explains, or wholly covered: nobody needs to decide. */
export async function resolveApartCandidates(
  context: PageContext,
  {id, top}: Spec,
): Promise<TableBlock | null> {
  const {candidates} = await context.candidates();
  const apart = candidates
    .filter((each) => isApart(each) && each.status !== 'fixed')
    .sort((a, b) => b.hoursLost - a.hoursLost);
  if (apart.length === 0) return null;
  return {
    kind: 'table',
    id,
    title: apartTitle(apart),
    subtitle:
      'Quiet: nothing for longer than one in a hundred such candidates would stay silent by chance. By hours lost in the window',
    table: {
      columns: [
        {label: t`Candidate`, align: 'left'},
        {label: '52 weeks', align: 'left', isDetail: true},
        {label: t`Incidents`, align: 'right', isDetail: true},
        {label: t`Hours lost`, align: 'right'},
        {label: 'Why apart', align: 'left'},
        {label: 'Status', align: 'left', isDetail: true},
      ],
      rows: apart
        .slice(0, top)
        .map((each) => [
          nameCell(each),
          sparkCell(each, context),
          countCell(each),
          {text: hoursText(each.hoursLost), value: each.hoursLost},
          apartCell(each),
          apartStatus(each),
        ]),
    },
    note:
      apart.length > top ? [{text: `The ${top} costliest of ${formatNumber(apart.length)}.`}] : [],
    downloads: [],
  };
}

/** Nobody is asked to decide about these. */
function apartStatus(candidate: Candidate): Cell {
  const {text} = statusCell(candidate);
  return {text, tone: 'quiet'};
}

/** `28 went quiet, 2 are covered by an open problem, 1 is a routine demand`. */
function apartTitle(apart: readonly Candidate[]): string {
  const reasons = apart.map(reasonApart);
  const told = (reason: Reason, one: string, many: string) => {
    const count = reasons.filter((each) => each === reason).length;
    return count === 0 ? [] : [`${formatNumber(count)} ${count === 1 ? one : many}`];
  };
  return joined([
    ...told('quiet', 'went quiet', 'went quiet'),
    ...told('covered', 'is covered by an open problem', 'are covered by an open problem'),
    ...told('routine', 'is a routine demand', 'are routine demands'),
  ]);
}

type Reason = 'quiet' | 'covered' | 'routine';

function reasonApart({isSilent, coveredShare}: Candidate): Reason {
  if (isSilent) return 'quiet';
  return coveredShare >= 1 ? 'covered' : 'routine';
}

function apartCell(candidate: Candidate): Cell {
  const {silentDays, expectedInSilence, silentAfterChange, problemId, decision} = candidate;
  const reason = reasonApart(candidate);
  if (reason === 'routine')
    return {text: 'a routine demand', detail: 'steady, by ever other people, at no CI of its own'};
  if (reason === 'covered')
    return {text: `covered by ${decision?.problemId ?? problemId ?? 'an open problem'}`};
  const change = silentAfterChange === null ? '' : `, about ${silentAfterChange}`;
  return {
    text: `nothing for ${formatNumber(silentDays)} days${change}`,
    value: silentDays,
    detail: `${formatNumber(expectedInSilence, 1)} expected at its rate`,
  };
}
