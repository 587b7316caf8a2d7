import {formatPeriod} from '../charts/format-period.ts';
import {UserError} from '../base/user-error.ts';
import type {Dimension} from '../metrics/dimension.ts';
import {footedBy, type FootingRow} from '../metrics/footing.ts';
import type {Filter} from '../metrics/metric.ts';
import type {PageContext} from './page-context.ts';
import type {Choice} from './table-block.ts';

const proofGrains = ['month', 'week', 'quarter'] as const;

/** How the reader cuts the account: `?grain=week&by=service&slice=Mail`. */
export interface FootingCut {
  grain: (typeof proofGrains)[number];
  /** Null for the whole. */
  dimension: Dimension | null;
  /** One value of it; null for all of them side by side, the empty text for "not filled". */
  slice: string | null;
}

/** @throws UserError for a grain, dimension or slice that the account doesn't have */
export function footingCut({request, catalogue}: PageContext): FootingCut {
  const {grain = 'month', by = null, slice = null, unfilled} = request.choices ?? {};
  const known = proofGrains.find((each) => each === grain);
  if (!known)
    throw new UserError(
      `The account has no "${grain.slice(0, 40)}".`,
      `Use one of: ${proofGrains.join(', ')}.`,
    );
  const ids = footedBy(catalogue.attributes).by;
  if (by !== null && !ids.includes(by))
    throw new UserError(
      `The backlog can't be footed by "${by.slice(0, 40)}".`,
      `Use one of: ${ids.join(', ')}.`,
    );
  if (by === null && (slice !== null || unfilled !== undefined))
    throw new UserError('A slice needs its dimension.', 'Add by, as in ?by=service&slice=Mail.');
  const dimension = by === null ? null : (catalogue.dimension(by) ?? null);
  checkBoolean(dimension, slice);
  return {grain: known, dimension, slice: unfilled === undefined ? slice : ''};
}

function checkBoolean(dimension: Dimension | null, slice: string | null): void {
  if (!dimension?.isBoolean || slice === null || ['true', 'false'].includes(slice)) return;
  throw new UserError(
    `"${dimension.label}" can't be "${slice.slice(0, 40)}".`,
    'Use true or false.',
  );
}

/** The filter of one slice; none for the whole, and for all slices side by side. */
export function sliceFilters({dimension, slice}: FootingCut): Filter[] {
  if (dimension === null || slice === null) return [];
  return [{dimension: dimension.id, values: [slice]}];
}

/** The slice that a row of the account is about. */
export function rowFilters({dimensions}: FootingRow, cut: FootingCut): Filter[] {
  const own = Object.entries(dimensions).map(([dimension, value]) => ({
    dimension,
    values: [value ?? ''],
  }));
  return [...sliceFilters(cut), ...own];
}

/** `Week 48, 2025`, `March 2016`: an account may span years. */
export function periodInYear(period: string): string {
  const text = formatPeriod(period);
  return period.includes('-W') ? `${text}, ${period.slice(0, 4)}` : text;
}

/** The other ways to cut the account, as links. */
export function footingChoices(cut: FootingCut, {catalogue}: PageContext): Choice[] {
  const ids = footedBy(catalogue.attributes).by;
  const dimensions = ids.flatMap((id) => catalogue.dimension(id) ?? []);
  return [
    {
      label: 'Every',
      options: proofGrains.map((grain) => ({
        label: grain,
        href: footingHref({...cut, grain}),
        isChosen: grain === cut.grain,
      })),
    },
    {
      label: 'By',
      options: [null, ...dimensions].map((dimension) => ({
        label: dimension?.label ?? 'everything',
        href: footingHref({...cut, dimension, slice: null}),
        isChosen: dimension?.id === cut.dimension?.id,
      })),
    },
  ];
}

export function footingHref({grain, dimension, slice}: FootingCut): string {
  const query = new URLSearchParams();
  if (grain !== 'month') query.set('grain', grain);
  if (dimension !== null) query.set('by', dimension.id);
  if (slice === '') query.set('unfilled', 'true');
  else if (slice !== null) query.set('slice', slice);
  const text = query.toString();
  return `/quality${text === '' ? '' : `?${text}`}#footing`;
}

/** The same account as a file. */
export function footingFileHref({grain, dimension, slice}: FootingCut): string {
  const query = new URLSearchParams({grain});
  if (dimension !== null && slice === null) query.set('by', dimension.id);
  if (dimension !== null && slice !== null) query.set(dimension.id, slice);
  query.set('format', 'csv');
  return `/api/footing?${query.toString()}`;
}
