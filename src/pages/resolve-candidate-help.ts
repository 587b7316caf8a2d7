import {formatNumber, formatValue} from '../charts/format.ts';
import type {CandidateDetail} from '../problems/read-candidate.ts';
import {hoursText, things} from './candidate-words.ts';
import type {FactsBlock} from './facts-block.ts';
import type {Cell} from './resolved-table.ts';

/** What helps against it, what halving it would save, and who should own it. */
export function resolveCandidateHelp(detail: CandidateDetail, id: string): FactsBlock {
  return {
    kind: 'facts',
    id,
    title: titleOf(detail),
    items: [...helpItems(detail), ...savingItems(detail), ...ownerItems(detail)],
  };
}

function titleOf({candidate, help}: CandidateDetail): string {
  if (help && help.unhelpedHoursLost >= 1) {
    const what = help.kind === 'article' ? help.help : 'The known resolution';
    return `${what} was left unused ${things(help.unhelpedCount, 'time', 'times')}, which lost ${hoursText(help.unhelpedHoursLost)}`;
  }
  return `Halved, it would save ${hoursText(candidate.savedHours)} a year`;
}

interface Item {
  label: string;
  cell: Cell;
}

function helpItems({help}: CandidateDetail): Item[] {
  if (!help) return [{label: 'What helps', cell: {text: 'No article or common resolution yet'}}];
  const {kind, help: name, helpedCount, helpedHours, unhelpedCount, unhelpedHours} = help;
  const used = (count: number, hours: number | null): Cell => ({
    text: things(count, 'incident', 'incidents'),
    detail: hours === null ? '' : `${formatValue(hours, 'hours')} to resolve on average`,
  });
  return [
    {
      label: kind === 'article' ? 'Article that helps' : 'Resolution that helps',
      cell: {text: name},
    },
    {label: 'Resolved with it', cell: used(helpedCount, helpedHours)},
    {label: 'Resolved without it since', cell: used(unhelpedCount, unhelpedHours)},
    {
      label: 'Hours lost where it wasn’t used',
      cell: {
        text: hoursText(help.unhelpedHoursLost),
        detail: help.unhelpedHoursLost === 0 ? 'those without it were not slower' : '',
      },
    },
  ];
}

function savingItems({candidate}: CandidateDetail): Item[] {
  const {savedHours, savedCost, handlingCost} = candidate;
  return [
    {
      label: 'Saved a year if halved',
      cell: {text: hoursText(savedHours), detail: savingText(candidate)},
    },
    ...(savedCost === null
      ? []
      : [
          {
            label: 'Handling saved a year if halved',
            cell: {
              text: formatNumber(savedCost),
              detail: `of ${formatNumber(handlingCost ?? 0)} in the window, in the workspace’s prices`,
            },
          },
        ]),
  ];
}

/** `half of 3,556 h in 52 weeks`; what is younger than a year is taken to go on as it came. */
function savingText({savedHours, hoursLost, isSilent}: CandidateDetail['candidate']): string {
  if (savedHours === 0) return '';
  const weeks = Math.round((26 * hoursLost) / savedHours);
  const half = `half of ${hoursText(hoursLost)} in ${things(weeks, 'week', 'weeks')}`;
  const year = weeks === 52 ? half : `${half}, over a year`;
  return isSilent ? `${year}, did it still come` : year;
}

function ownerItems({candidate}: CandidateDetail): Item[] {
  const {assignmentGroup, groupShare, ci, ciShare} = candidate;
  return [
    {
      label: 'Suggested owner',
      cell: {
        text: assignmentGroup ?? 'No group is known',
        detail:
          groupShare === null ? '' : `had ${formatValue(groupShare, 'share')} of its incidents`,
      },
    },
    ...(ci === null
      ? []
      : [
          {
            label: 'Main configuration item',
            cell: {
              text: ci,
              detail: ciShare === null ? '' : `${formatValue(ciShare, 'share')} of those with one`,
            },
          },
        ]),
  ];
}
