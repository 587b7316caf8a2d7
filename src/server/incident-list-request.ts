import {candidateChoices} from '../metrics/candidate-set.ts';
import type {Catalogue} from '../metrics/catalogue.ts';
import {queueChoices} from '../metrics/queue-set.ts';
import {slaChoices} from '../metrics/sla-set.ts';
import type {PageRequest} from '../pages/page-context.ts';
import {filtersOf} from './filters.ts';
import {countOf} from './numbers.ts';
import {choicesOf, type AllowedParameters, type Query} from './query.ts';

/** What the page of an incident list can be asked for. */
export function incidentListParameters({dimensions}: Catalogue): AllowedParameters {
  return {single, repeated: [...dimensions.map(({id}) => id), 'columns']};
}

/** What a list is of, where it isn't of a metric. */
export const setChoices: readonly string[] = [...slaChoices, ...candidateChoices, ...queueChoices];

const single = ['metric', 'excluded', 'period', 'page', 'sort', 'text', ...setChoices];

/** @throws UserError for a page that is no number from 1 on */
export function incidentListRequest(query: Query, {dimensions}: Catalogue): PageRequest {
  return {
    period: query.one('period'),
    where: filtersOf(query, dimensions),
    metric: query.one('metric'),
    excluded: query.one('excluded'),
    page: countOf(query, 'page', {standard: 1, most: 1_000_000}),
    sort: query.one('sort'),
    text: query.one('text'),
    columns: query.many('columns'),
    choices: choicesOf(query, setChoices),
  };
}
