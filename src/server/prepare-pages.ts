import {monthly} from '../../dashboards/monthly.ts';
import {operations} from '../../dashboards/operations.ts';
import {weekly} from '../../dashboards/weekly.ts';

/** What people open first. */
const first = [weekly, operations, monthly];

/**
 * Asks the server itself for the pages that people open first, one after the other, so that they are drawn
 * when somebody comes. What can't be drawn is told to whoever asks for it.
 */
export async function preparePages(address: string, fetchPage: typeof fetch): Promise<void> {
  for (const {path} of first)
    await fetchPage(address + path, {headers: {accept: 'text/html'}})
      .then((response) => response.arrayBuffer())
      .catch(() => undefined);
}
