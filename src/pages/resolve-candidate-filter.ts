import {UserError} from '../base/user-error.ts';
import {candidateStatuses, type Candidate, type CandidateStatus} from '../problems/candidate.ts';
import {
  candidateSorts,
  readCandidates,
  type CandidateList,
  type CandidateSort,
} from '../problems/read-candidates.ts';
import {detectorText, isApart, isUndecided} from './candidate-words.ts';
import {capitalised} from './headline-sentence.ts';
import {pageHref} from './link.ts';
import type {PageContext} from './page-context.ts';
import type {FormBlock} from './form-block.ts';

/** Stands for every status that asks for a decision. */
const undecided = 'undecided';

const sortLabels: Record<CandidateSort, string> = {
  rank: 'Rank',
  hours: 'Hours lost',
  count: 'Incidents',
  recent: 'Recent incidents',
  trend: 'Growth',
  spread: 'Spread',
  saved: 'Saved if halved',
  last_seen: 'Last seen',
  first_seen: 'First seen',
  label: 'Name',
  name: 'Number',
};

interface Choices {
  status: CandidateStatus | typeof undecided | null;
  service: string | null;
  detector: string | null;
  text: string | null;
  sort: CandidateSort;
  /** From 1. */
  page: number;
}

/** A form whose answer is the same page at another address: status, service, detector, words, order. */
export async function resolveCandidateFilter(
  context: PageContext,
  id: string,
): Promise<FormBlock | null> {
  const list = await context.candidates();
  if (list.total === 0) return null;
  const {status, service, detector, text, sort} = candidateChoices(context);
  const isAny = status !== null || service !== null || detector !== null || text !== null;
  return {
    kind: 'form',
    id,
    title: '',
    subtitle: '',
    action: '/problems',
    hidden: [],
    fields: [
      {name: 'status', label: 'Status', value: status ?? '', options: statusOptions(list)},
      {
        ...{name: 'service', label: 'Service', value: service ?? ''},
        options: [any, ...list.services.map((value) => ({value, label: value}))],
      },
      {
        ...{name: 'detector', label: 'Found by', value: detector ?? ''},
        options: [
          any,
          ...detectorsOf(list).map((value) => ({value, label: capitalised(detectorText(value))})),
        ],
      },
      {
        ...{name: 'text', label: 'With the words or number', value: text ?? ''},
        ...{input: 'text', placeholder: 'printer, PC-12, INC0012345'},
      },
      {
        ...{name: 'sort', label: 'Order', value: sort},
        options: candidateSorts.map((value) => ({value, label: sortLabels[value]})),
      },
    ],
    submit: 'Show',
    reset: isAny ? {label: 'Clear', href: '/problems'} : null,
  };
}

const any = {value: '', label: 'Any'};

function statusOptions({candidates, statusCounts}: CandidateList) {
  const open = candidates.filter(isUndecided).length;
  return [
    any,
    {value: undecided, label: `Undecided (${open})`},
    ...statusCounts
      .filter(({count}) => count > 0)
      .map(({status, count}) => ({value: status, label: `${capitalised(status)} (${count})`})),
  ];
}

function detectorsOf({candidates}: CandidateList): string[] {
  return [...new Set(candidates.flatMap(({detectors}) => detectors))].sort();
}

/**
 * What the address chooses.
 * @throws UserError for a status, an order or a page there isn't
 */
export function candidateChoices({request}: Pick<PageContext, 'request'>): Choices {
  const {status, service = null, detector = null, text = null, sort, page} = request.choices ?? {};
  return {
    status: oneOf([undecided, ...candidateStatuses], status, 'status'),
    ...{service, detector, text},
    sort: oneOf(candidateSorts, sort, 'order') ?? 'rank',
    page: pageOf(page),
  };
}

function oneOf<Word extends string>(
  words: readonly Word[],
  said: string | undefined,
  what: string,
): Word | null {
  if (said === undefined) return null;
  const found = words.find((word) => word === said);
  if (found !== undefined) return found;
  throw new UserError(`There is no ${what} "${said.slice(0, 40)}".`, `Use: ${words.join(', ')}.`);
}

function pageOf(said: string | undefined): number {
  if (said === undefined) return 1;
  if (/^[1-9]\d{0,5}$/.test(said)) return Number(said);
  throw new UserError(`"${said.slice(0, 40)}" is no page.`, 'Pages count from 1.');
}

/** Those the address chooses, in its order. With a choice made, quiet and covered ones are among them. */
export async function chosenCandidates(context: PageContext): Promise<Candidate[]> {
  const {status, service, detector, text, sort} = candidateChoices(context);
  // The list that the headline is about needs no second reading.
  const {candidates} =
    text === null && sort === 'rank'
      ? await context.candidates()
      : await readCandidates(context.session, context.decisions ?? [], {text, sort});
  const isChosen = status !== null || text !== null;
  return candidates.filter(
    (each) =>
      (status === null || status === undecided || each.status === status) &&
      (service === null || each.service === service) &&
      (detector === null || each.detectors.includes(detector)) &&
      (status !== undecided || (isUndecided(each) && !isApart(each))) &&
      (isChosen || !isApart(each)),
  );
}

/** The page with another choice. */
export function chosenHref(
  {request}: Pick<PageContext, 'request'>,
  changed: Readonly<Record<string, string>>,
): string {
  const choices = {...request.choices, ...changed};
  const said = Object.entries(choices).filter(([, value]) => value !== '');
  return pageHref('/problems', {choices: Object.fromEntries(said)});
}
