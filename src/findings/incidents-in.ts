import {conditionsOf, type SqlText} from '../metrics/slice.ts';
import type {FindingContext} from './finding-context.ts';

/** A relation of the context's incidents, to read from like `marts.fct_incident`, and the values bound in it. */
export function incidentsIn({
  catalogue,
  where,
}: Pick<FindingContext, 'catalogue' | 'where'>): SqlText {
  const {conditions, params} = conditionsOf(catalogue.get('opened'), where);
  const text = conditions.length > 0 ? ` where ${conditions.join(' and ')}` : '';
  return {sql: `(select * from marts.fct_incident${text})`, params};
}
