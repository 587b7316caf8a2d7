import {readLineage} from '../metrics/lineage.ts';
import {definitionHref} from './link.ts';
import type {PageContext} from './page-context.ts';
import {left, tableBlock} from './quality-table.ts';
import type {TableBlock} from './table-block.ts';

/** Every metric with what it rests on; its definition and its query are one click away. */
export async function resolveMetricIndex(
  {catalogue}: PageContext,
  id: string,
): Promise<TableBlock> {
  const lineage = new Map(
    (await readLineage(catalogue.metrics)).map((each) => [each.metric, each]),
  );
  return tableBlock(id, {
    title: 'Every figure is defined once',
    subtitle:
      'The definition and the query of each, what it rests on, and what was decided where tools differ',
    columns: [left('Metric'), left('Query'), left('Rests on', true), left('Decided', true)],
    rows: catalogue.metrics.map((metric) => {
      const {mart = '', models = [], decisions = []} = lineage.get(metric.id) ?? {};
      return [
        {text: metric.label, href: definitionHref(metric.id)},
        {text: metric.file, href: definitionHref(metric.id)},
        {text: mart, detail: models.join(', ') || undefined},
        {text: decisions.map(({number, title}) => `${number} ${title}`).join('; ') || '–'},
      ];
    }),
  });
}
