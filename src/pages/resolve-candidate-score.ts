import {formatNumber, formatValue} from '../charts/format.ts';
import type {CandidateDetail} from '../problems/read-candidate.ts';
import {hoursText, spreadText, things} from './candidate-words.ts';
import type {Cell} from './resolved-table.ts';
import type {TableBlock} from './table-block.ts';

/** The score as the product of its parts, each with what it was counted from. */
export function resolveCandidateScore({candidate}: CandidateDetail, id: string): TableBlock {
  const {rank, score} = candidate;
  return {
    kind: 'table',
    id,
    title: `Rank ${formatNumber(rank)} by a score of ${formatNumber(score, score < 10 ? 1 : 0)}`,
    subtitle: 'Hours lost, weighted by how much there is to gain from looking into it',
    table: {
      columns: [
        {label: 'Part', align: 'left'},
        {label: 'Factor', align: 'right'},
      ],
      rows: partsOf(candidate),
      footer: [{text: 'Score'}, {text: formatNumber(score, score < 10 ? 1 : 0), value: score}],
      sums: [],
    },
    note: [],
    downloads: [],
  };
}

/** Each part with what it was counted from. */
function partsOf(candidate: CandidateDetail['candidate']): Cell[][] {
  const {hoursLost, windowWeeks, weeksActive, recentWeeks} = candidate;
  return [
    part(
      'Hours lost',
      hoursText(hoursLost),
      `by ${things(candidate.windowCount, 'incident', 'incidents')} in ${windowWeeks} weeks, so far of open ones`,
      hoursLost,
    ),
    part(
      'Persistence',
      times(candidate.persistence),
      `share of the window’s four-week spans with any; it came in ${weeksActive} of ${windowWeeks} weeks`,
      candidate.persistence,
    ),
    part(
      'Trend',
      times(candidate.trend),
      `${formatNumber(candidate.recentCount)} in the last ${recentWeeks} weeks, ${formatNumber(candidate.beforeCount)} in the ${windowWeeks - recentWeeks} before; few incidents move it little`,
      candidate.trend,
    ),
    part(
      'Spread',
      times(candidate.spread),
      spreadText(candidate) === '–' ? 'nobody known to have called' : spreadText(candidate),
      candidate.spread,
    ),
    part(
      'Agreement',
      times(candidate.purity),
      'how alike its incidents are in wording, CI and workaround',
      candidate.purity,
    ),
    part(
      'Not covered',
      times(1 - candidate.coveredShare),
      candidate.coveredShare === 0
        ? 'no open problem stands for it'
        : `${formatValue(candidate.coveredShare, 'share')} of its incidents belong to an open problem`,
      1 - candidate.coveredShare,
    ),
  ];
}

function part(label: string, text: string, from: string, value: number): Cell[] {
  return [
    {text: label, detail: from},
    {text, value},
  ];
}

function times(value: number): string {
  return `× ${formatNumber(value, 2)}`;
}
