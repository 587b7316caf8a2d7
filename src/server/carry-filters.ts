import {incidents} from '../../dashboards/incidents.ts';
import {monthly} from '../../dashboards/monthly.ts';
import {operations} from '../../dashboards/operations.ts';
import {sla} from '../../dashboards/sla.ts';
import {weekly} from '../../dashboards/weekly.ts';
import type {Catalogue} from '../metrics/catalogue.ts';
import type {Filter} from '../metrics/metric.ts';
import type {Chrome} from '../pages/html/chrome.ts';
import {pageHref} from '../pages/link.ts';
import {pageDimensions} from '../pages/page-dimensions.ts';

const filtered = [operations, weekly, monthly, sla, incidents];

/** The navigation of a filtered page: the filters go along to the pages that have them too. */
export function carryFilters(
  navigation: Chrome['navigation'],
  chosen: readonly Filter[],
  catalogue: Pick<Catalogue, 'attributes' | 'dimension'>,
): Chrome['navigation'] {
  if (chosen.length === 0) return navigation;
  return navigation.map((entry) => {
    const page = filtered.find(({path}) => path === entry.href);
    if (!page) return entry;
    const known = new Set(pageDimensions(page, catalogue).map(({id}) => id));
    const where = chosen.filter(({dimension}) => known.has(dimension));
    return {...entry, href: pageHref(entry.href, {where})};
  });
}
