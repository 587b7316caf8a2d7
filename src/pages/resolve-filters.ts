import type {Dimension} from '../metrics/dimension.ts';
import {UserError} from '../base/user-error.ts';
import {capitalised} from './headline-sentence.ts';
import {pageDimensions} from './page-dimensions.ts';
import type {Page} from './page.ts';
import type {PageContext} from './page-context.ts';
import type {ResolvedFilter} from './page-state.ts';
import {t} from '../wording/t.ts';

/** More values than this are no menu; the rest can be named in the address. */
const mostOptions = 60;

/** The filter menus: values by how many incidents were opened with them. */
export async function resolveFilters(
  page: Page,
  context: PageContext,
  unfiltered: PageContext['measure'],
): Promise<ResolvedFilter[]> {
  return Promise.all(
    pageDimensions(page, context.catalogue).map(async (dimension) => {
      const chosen = context.request.where.find((filter) => filter.dimension === dimension.id);
      const options = await optionsOf(dimension.id, context, unfiltered);
      const values = [...(chosen?.values ?? [])];
      return {
        dimension: dimension.id,
        label: labelOf(dimension, values.length > 0),
        options: [...new Set([...options, ...values])],
        chosen: values,
      };
    }),
  ).then((filters) =>
    filters.filter(({options, chosen}) => options.length > 1 || chosen.length > 0),
  );
}

/** `All priorities`, or `Priority` before those chosen. */
function labelOf({label, plural}: Dimension, isChosen: boolean): string {
  return isChosen ? capitalised(label) : t`All ${plural}`;
}

async function optionsOf(
  dimension: string,
  {historyFrom, period}: PageContext,
  unfiltered: PageContext['measure'],
): Promise<string[]> {
  const figures = await unfiltered('opened', {
    grain: 'total',
    from: historyFrom,
    to: period?.to ?? null,
    by: [dimension],
  });
  const byCount = [...(figures ?? [])].sort((a, b) => b.n - a.n).slice(0, mostOptions);
  const shown = new Set(byCount);
  return (figures ?? [])
    .filter((figure) => shown.has(figure))
    .map((figure) => figure.dimensions[dimension] ?? '');
}

/**
 * Names of a request are looked up, never used as they come.
 * @throws UserError for a dimension the page doesn't filter by
 */
export function checkFilters(
  page: Page,
  context: Pick<PageContext, 'request' | 'catalogue'>,
): void {
  const {request, catalogue} = context;
  const own = pageDimensions(page, catalogue).map(({id}) => id);
  const allowed = request.metric ? catalogue.get(request.metric).by : own;
  for (const {dimension} of request.where) {
    if (allowed.includes(dimension) || own.includes(dimension)) continue;
    throw new UserError(
      `${capitalised(page.title)} can't be filtered by "${dimension.slice(0, 40)}".`,
      `Use: ${own.join(', ')}.`,
    );
  }
}
