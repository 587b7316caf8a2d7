import {formatNumber} from '../charts/format.ts';
import {footing, type FootingRow} from '../metrics/footing.ts';
import {
  footingChoices,
  footingCut,
  footingFileHref,
  footingHref,
  periodInYear,
  sliceFilters,
  type FootingCut,
} from './footing-cut.ts';
import {capitalised} from './headline-sentence.ts';
import type {BlockSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import {left, residualCell, right, tableBlock} from './quality-table.ts';
import {footingCells, footingColumns} from './resolve-flow.ts';
import {resolveResidual} from './resolve-residual.ts';
import type {Fact} from './fact.ts';
import type {TableBlock} from './table-block.ts';

/**
 * The account of the backlog period by period, of everything or of one slice; or slice by slice over all
 * the data. Below it the incidents that make its residuals, if there are any.
 */
export async function resolveFootingProof(
  context: PageContext,
  spec: Extract<BlockSpec, {block: 'footing proof'}>,
): Promise<TableBlock[]> {
  const cut = footingCut(context);
  const {grain, dimension, slice} = cut;
  const by = dimension !== null && slice === null ? [dimension.id] : [];
  const where = sliceFilters(cut);
  const rows = await footing(context.session, {grain, by, where, from: null, to: null});
  if (rows.length === 0) return [];
  const off = rows.filter(({residual}) => residual !== 0);
  const parts = {id: spec.id, rows, off, cut};
  const account = by.length > 0 ? sliceTable(parts, context) : periodTable(parts, context);
  if (off.length === 0) return [account];
  const id = `${spec.id}-residual`;
  return [account, await resolveResidual(context, {id, off, cut, top: spec.top})];
}

interface Parts {
  id: string;
  rows: readonly FootingRow[];
  /** Those with a residual. */
  off: readonly FootingRow[];
  cut: FootingCut;
}

function periodTable({id, rows, off, cut}: Parts, context: PageContext): TableBlock {
  const where = sliceFilters(cut);
  const {grain} = cut;
  const newest = [...rows].reverse();
  return tableBlock(id, {
    title: footingTitle(off, `every ${grain}`),
    subtitle: `The account of ${rows.length} ${grain}s${sliceText(cut)}, newest first: start + in − out = end`,
    choices: footingChoices(cut, context),
    columns: footingColumns(),
    rows: newest
      .slice(0, mostRows)
      .map((row) => footingCells(row, where, periodInYear(row.period))),
    note: cutNote(newest.length, `${grain}s`),
    downloads: [{label: 'CSV', href: footingFileHref(cut)}],
  });
}

/** More rows than this are read in the file, not on the page. */
const mostRows = 60;

function cutNote(count: number, things: string): Fact[] {
  if (count <= mostRows) return [];
  return [{text: `${mostRows} of ${formatNumber(count)} ${things}; all of them in the CSV.`}];
}

function sliceText({dimension, slice}: FootingCut): string {
  if (dimension === null) return '';
  return `, ${dimension.label} ${slice === '' ? 'not filled' : slice}`;
}

function footingTitle(off: readonly FootingRow[], where: string): string {
  if (off.length === 0) return `The backlog adds up in ${where}`;
  const units = off.reduce((sum, {residual}) => sum + Math.abs(residual), 0);
  return `The backlog is off by ${formatNumber(units)}`;
}

/** The account of each slice over all the data, and in how many of its periods it doesn't close. */
function sliceTable({id, rows, off, cut}: Parts, context: PageContext): TableBlock {
  const {grain, dimension} = cut;
  const label = dimension?.label ?? '';
  const slices = [...bySlice(rows, dimension?.id ?? '')];
  return tableBlock(id, {
    title: footingTitle(off, `every ${grain} of every ${label}`),
    subtitle: `The account of each ${label} over all the data, and how many of its ${grain}s do not add up`,
    choices: footingChoices(cut, context),
    columns: [
      left(capitalised(label)),
      ...footingColumns().slice(1),
      right(capitalised(`${grain}s off`)),
    ],
    rows: slices
      .slice(0, mostRows)
      .map(([value, own]) => [
        {text: value ?? 'Not filled', href: footingHref({...cut, slice: value ?? ''})},
        ...footingCells(overAll(own), []).slice(1),
        residualCell(own.filter(({residual}) => residual !== 0).length),
      ]),
    note: cutNote(slices.length, dimension?.plural ?? 'slices'),
    downloads: [{label: 'CSV', href: footingFileHref(cut)}],
  });
}

function bySlice(rows: readonly FootingRow[], id: string): Map<string | null, FootingRow[]> {
  const slices = new Map<string | null, FootingRow[]>();
  for (const row of rows) {
    const value = row.dimensions[id] ?? null;
    const own = slices.get(value);
    if (own) own.push(row);
    else slices.set(value, [row]);
  }
  return slices;
}

/** Periods of one slice as one: flows add up, the balance is that of the ends. */
function overAll(rows: readonly FootingRow[]): FootingRow {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) throw new Error('a slice has a period');
  const sum = (count: (row: FootingRow) => number) =>
    rows.reduce((total, row) => total + count(row), 0);
  return {
    ...first,
    period: 'total',
    to: last.to,
    isComplete: true,
    opened: sum(({opened}) => opened),
    reopened: sum(({reopened}) => reopened),
    resolved: sum(({resolved}) => resolved),
    resolvedThenReopened: sum(({resolvedThenReopened}) => resolvedThenReopened),
    cancelled: sum(({cancelled}) => cancelled),
    openAtEnd: last.openAtEnd,
    residual: sum(({residual}) => residual),
  };
}
