import type {Session} from '../warehouse/database.ts';
import type {Dimension} from './dimension.ts';
import type {Metric} from './metric.ts';

/** What of a workspace's settings metrics are cut and told in. */
export interface Terms {
  /** Columns of the exports that the workspace has made dimensions, in its order. */
  attributes: readonly Dimension[];
  /** ISO 4217; null where none is stated. */
  currency: string | null;
}

const noTerms: Terms = {attributes: [], currency: null};

/** Reads a build's terms; a session without a build has none. */
export async function readTerms(session: Session): Promise<Terms> {
  const columns = await session.queryOnce<{place: string}>(
    `select table_name || '.' || column_name as place from information_schema.columns
     where table_schema = 'settings'`,
  );
  const has = (place: string) => columns.some((column) => column.place === place);
  const [attributes, [workspace]] = await Promise.all([
    has('attribute.position') ? readAttributes(session) : noTerms.attributes,
    has('workspace.currency')
      ? session.queryOnce<{currency: string | null}>('select currency from settings.workspace')
      : [],
  ]);
  return {attributes, currency: workspace?.currency ?? null};
}

async function readAttributes(session: Session): Promise<Dimension[]> {
  const rows = await session.queryOnce<{
    position: number;
    dimension: string;
    label: string;
    plural: string;
  }>('select position, dimension, label, plural from settings.attribute order by position');
  return rows.map(({position, dimension, label, plural}) => ({
    id: dimension,
    column: `attribute_${position}`,
    label,
    plural,
    order: 'text',
  }));
}

/** A metric with the dimensions and the currency of a workspace. */
export function metricIn(metric: Metric, {attributes, currency}: Terms): Metric {
  const own = metric.takesAttributes ? attributes : [];
  return {
    ...metric,
    unit: metric.unit === 'money' && currency !== null ? `money ${currency}` : metric.unit,
    by: [...metric.by, ...own.map(({id}) => id)],
    attributes: own,
  };
}
