import type {Block, KpiRow, ResolvedPage} from '../pages/resolved-page.ts';
import type {Restatement} from './pack.ts';

/** Key figures that read otherwise than in the version published before, in the new page's order. */
export function restate(before: ResolvedPage, after: ResolvedPage): Restatement[] {
  const known = new Map(kpiRows(before).map((row) => [row.label, row]));
  return kpiRows(after).flatMap((row) => {
    const old = known.get(row.label);
    if (!old || (old.valueText === row.valueText && old.n === row.n)) return [];
    return [
      {
        label: row.label,
        before: old.valueText,
        after: row.valueText,
        nBefore: old.n,
        nAfter: row.n,
      },
    ];
  });
}

function kpiRows(page: ResolvedPage): KpiRow[] {
  return page.blocks.flatMap(rowsOf);
}

function rowsOf(block: Block): KpiRow[] {
  if (block.kind === 'columns') return block.blocks.flatMap(rowsOf);
  return block.kind === 'kpis' ? block.rows : [];
}
