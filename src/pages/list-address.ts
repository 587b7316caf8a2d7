import type {PageRequest} from './page-context.ts';

/** The list of incidents at an address that says all that was asked for. */
export function listHref(request: PageRequest): string {
  const query = listQuery(request).toString();
  return query === '' ? '/incidents' : `/incidents?${query}`;
}

/** What an address of the list says after its `?`. */
export function listQuery(request: PageRequest): URLSearchParams {
  const {metric, excluded, period, where, sort, text, page = 1, choices, columns = []} = request;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({metric, excluded, ...choices, period, sort, text}))
    if (value) query.set(name, value);
  for (const {dimension, values} of where)
    for (const value of values) query.append(dimension, value);
  for (const column of columns) query.append('columns', column);
  if (page > 1) query.set('page', String(page));
  return query;
}
