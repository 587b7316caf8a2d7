import type {Figure} from '../metrics/metric.ts';
import type {TableColumn} from './table.ts';

const before: TableColumn[] = [
  {name: 'metric', type: 'text'},
  {name: 'period', type: 'text'},
  {name: 'from', type: 'day'},
  {name: 'to', type: 'day'},
  {name: 'is_complete', type: 'boolean'},
  {name: 'is_provisional', type: 'boolean'},
];
const after: TableColumn[] = [
  {name: 'value', type: 'number'},
  {name: 'n', type: 'integer'},
  {name: 'unit', type: 'text'},
  {name: 'coverage', type: 'number'},
  {name: 'low', type: 'number'},
  {name: 'high', type: 'number'},
  {name: 'note', type: 'text'},
];

/** Figures as a flat table, a column a dimension: what CSV and Arrow carry. */
export function figureTable(
  figures: readonly Figure[],
  by: readonly string[],
): {columns: TableColumn[]; rows: object[]} {
  const dimensionColumns = by.map((name): TableColumn => ({name, type: 'text'}));
  const rows = figures.map(({isComplete, isProvisional, dimensions, ...rest}) => ({
    ...dimensions,
    ...rest,
    is_complete: isComplete,
    is_provisional: isProvisional,
  }));
  return {columns: [...before, ...dimensionColumns, ...after], rows};
}
