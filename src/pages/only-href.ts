import {pageHref} from './link.ts';
import type {PageContext} from './page-context.ts';

/**
 * The same page of one value of a dimension only, or of all again where that is what it shows: so one figure
 * filters the others. Nothing where the page can't be filtered so.
 */
export function onlyHref(
  {page, period, request}: PageContext,
  dimension: string,
  value: string | null,
): {href?: string} {
  if (!page.filters.includes(dimension)) return {};
  const others = request.where.filter((filter) => filter.dimension !== dimension);
  const now = request.where.find((filter) => filter.dimension === dimension)?.values ?? [];
  const isOnly = now.length === 1 && now[0] === (value ?? '');
  const where = isOnly ? others : [...others, {dimension, values: [value ?? '']}];
  const {choices} = request;
  return {
    href: pageHref(page.path, {period: period?.id ?? null, where, ...(choices ? {choices} : {})}),
  };
}
