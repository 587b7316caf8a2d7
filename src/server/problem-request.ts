import {UserError} from '../base/user-error.ts';
import {candidateStatuses} from '../problems/candidate.ts';
import {candidateSorts, type CandidateSelection} from '../problems/read-candidates.ts';
import type {AllowedParameters, Query} from './query.ts';

/** What the list of candidates can be asked for. */
export const selectionParameters: AllowedParameters = {
  single: ['service', 'text', 'sort'],
  repeated: ['status'],
};

/** @throws UserError for a status or an order there isn't */
export function candidateSelection(query: Query): CandidateSelection {
  const statuses = query.many('status').filter((status) => status !== '');
  return {
    statuses: statuses.map((status) => oneOf(candidateStatuses, status, 'status')),
    service: query.one('service'),
    text: query.one('text'),
    sort: oneOf(candidateSorts, query.one('sort') ?? 'rank', 'order'),
  };
}

/** @throws UserError that lists what there is */
export function oneOf<Word extends string>(
  words: readonly Word[],
  said: string,
  what: string,
): Word {
  const found = words.find((word) => word === said);
  if (found !== undefined) return found;
  throw new UserError(`There is no ${what} "${said.slice(0, 40)}".`, `Use: ${words.join(', ')}.`);
}
