import type {Catalogue} from '../metrics/catalogue.ts';
import type {Dimension} from '../metrics/dimension.ts';
import type {Page} from './page.ts';

/** In a page's filters and breakdowns: every attribute that the workspace has made a dimension. */
export const anyAttribute = 'attribute';

/** What a reader may filter a page by, the workspace's attributes among it where the page takes them. */
export function pageDimensions(
  {filters}: Pick<Page, 'filters'>,
  catalogue: Pick<Catalogue, 'attributes' | 'dimension'>,
): Dimension[] {
  return filters.flatMap((id) =>
    id === anyAttribute ? catalogue.attributes : (catalogue.dimension(id) ?? []),
  );
}
