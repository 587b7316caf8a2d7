import {catalogue} from '../../dashboards/catalogue.ts';
import {improvement} from '../../dashboards/improvement.ts';
import {incidents} from '../../dashboards/incidents.ts';
import {monthly} from '../../dashboards/monthly.ts';
import {operations} from '../../dashboards/operations.ts';
import {problems} from '../../dashboards/problems.ts';
import {quality} from '../../dashboards/quality.ts';
import {sla} from '../../dashboards/sla.ts';
import {weekly} from '../../dashboards/weekly.ts';

/** What the navigation leads to, in the order people open it. */
const first = [
  weekly,
  operations,
  monthly,
  problems,
  improvement,
  sla,
  incidents,
  quality,
  catalogue,
];

/**
 * Asks the server itself for the pages that people open first, one after the other, so that they are drawn
 * when somebody comes. What can't be drawn is told to whoever asks for it.
 */
export async function preparePages(address: string, fetchPage: typeof fetch): Promise<void> {
  for (const {path} of first)
    await fetchPage(address + path, {headers: {accept: 'text/html', prefer: 'wait'}})
      .then((response) => response.arrayBuffer())
      .catch(() => undefined);
}
