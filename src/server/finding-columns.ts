import type {Finding} from '../findings/finding.ts';
import type {TableColumn} from './table.ts';

/** The columns of `/api/findings` as CSV and Arrow. */
export const findingColumns: readonly TableColumn[] = [
  ...(
    ['period', 'key', 'detector', 'news', 'metric', 'filters', 'title', 'text', 'since'] as const
  ).map((name) => ({name, type: 'text' as const})),
  {name: 'n', type: 'integer'},
  ...(['value', 'reference', 'before', 'hours', 'breaches', 'users'] as const).map((name) => ({
    name,
    type: 'number' as const,
  })),
  {name: 'suggestion', type: 'text'},
];

/** A finding on one line: its filters as `priority=P2 & service=Mail`, its text without links. */
export function findingRow({text, where, consequence, ...finding}: Finding): object {
  return {
    ...finding,
    before: finding.before ?? null,
    text: text.map((piece) => piece.text).join(''),
    filters: where.map(({dimension, values}) => `${dimension}=${values.join('|')}`).join(' & '),
    ...consequence,
  };
}
