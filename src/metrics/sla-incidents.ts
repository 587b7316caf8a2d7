import type {RowSelection} from './counted-rows.ts';
import type {Cuttable} from './dimension.ts';
import {conditionsOf, dateLiteral, endOf, type SqlText} from './slice.ts';

export const slaKinds = ['response', 'resolution'] as const;
export type SlaKind = (typeof slaKinds)[number];
export type SlaVerdict = 'met' | 'breached';

/** Days and filters, as a metric has them. */
export interface SlaSelection extends RowSelection {
  /** What the filters were checked for, e.g. `sla_resolution`: knows the workspace's own attributes. */
  cuttable?: Cuttable;
}

/**
 * The incidents of an SLA question: those finally resolved in the days asked for, as `sla_resolution`
 * counts them. Names of filters come checked from `parseSelection` or the page.
 * @param asOfOn local day of the data's clock; nothing later counts
 */
export function resolvedIncidents(selection: SlaSelection, asOfOn: string): SqlText {
  const {conditions, params} = filtersOf(selection);
  const all = [
    'is_resolved',
    ...(selection.from === null ? [] : [`resolved_on >= ${dateLiteral(selection.from)}`]),
    `resolved_on < ${dateLiteral(endOf(selection, asOfOn))}`,
    ...conditions,
  ];
  return {sql: `select * from marts.fct_incident where ${all.join(' and ')}`, params};
}

/** Every incident that the filters leave, whenever it was opened or resolved. */
export function filteredIncidents(selection: Pick<SlaSelection, 'where' | 'cuttable'>): SqlText {
  const {conditions, params} = filtersOf(selection);
  const condition = conditions.length > 0 ? ` where ${conditions.join(' and ')}` : '';
  return {sql: `select * from marts.fct_incident${condition}`, params};
}

function filtersOf({where, cuttable}: Pick<SlaSelection, 'where' | 'cuttable'>) {
  const plain = {id: 'sla', by: where.map(({dimension}) => dimension)};
  return conditionsOf(cuttable ?? plain, where);
}
