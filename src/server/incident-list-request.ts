import {dimensions} from '../metrics/dimension.ts';
import type {PageRequest} from '../pages/page-context.ts';
import {filtersOf} from './filters.ts';
import {countOf} from './numbers.ts';
import type {AllowedParameters, Query} from './query.ts';

const names = dimensions.map(({id}) => id);

/** What an incident list can be asked for, on its page and in the API. */
export const incidentListParameters: AllowedParameters & {repeated: readonly string[]} = {
  single: ['metric', 'period', 'page', 'sort', 'text'],
  repeated: names,
};

/** @throws UserError for a page that is no number from 1 on */
export function incidentListRequest(query: Query): PageRequest {
  return {
    period: query.one('period'),
    where: filtersOf(query, names),
    metric: query.one('metric'),
    page: countOf(query, 'page', {standard: 1, most: 1_000_000}),
    sort: query.one('sort'),
    text: query.one('text'),
  };
}
