import type {Metric} from '../metrics/metric.ts';
import {incidentColumns} from './incident-list-columns.ts';
import {listHref, listQuery} from './list-address.ts';
import type {PageContext} from './page-context.ts';
import type {ListControlsBlock} from './list-controls-block.ts';

/** Search, columns and saved views of a list of incidents. */
export function listControls(
  {request, savedViews = []}: PageContext,
  metric: Metric,
): ListControlsBlock {
  const {text = null, columns = []} = request;
  const shown = listQuery({...request, page: 1}).toString();
  const kept = listQuery({...request, text: null, columns: [], page: 1});
  const chosen = (id: string, isUsual: boolean) =>
    columns.length === 0 ? isUsual : columns.includes(id);
  return {
    kind: 'list controls',
    id: 'find',
    action: '/incidents',
    hidden: [...kept],
    text: text ?? '',
    placeholder: `Number or words of the title`,
    columns: incidentColumns
      .filter(({id}) => id !== 'number')
      .map(({id, column, isUsual}) => ({
        name: id,
        label: column.label,
        isChosen: chosen(id, isUsual),
      })),
    clearHref: text === null ? null : listHref({...request, text: null, page: 1}),
    views: savedViews.map(({name, query, by}) => ({
      name,
      by,
      href: query === '' ? '/incidents' : `/incidents?${query}`,
      isShown: query === shown,
    })),
    save: {action: '/incidents/views', query: shown, suggestion: metric.label},
  };
}
