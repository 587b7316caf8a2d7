import {UserError} from '../base/user-error.ts';

/** A download is made in memory: of longer lists a part has to do. */
export const mostDownloaded = 200_000;

/**
 * @param what the rows in words: `incidents`
 * @param remedy how to ask for fewer
 * @throws UserError 413 when a list is too long for one download
 */
export function checkDownload(total: number, what: string, remedy: string): void {
  if (total <= mostDownloaded) return;
  const count = total.toLocaleString('en-GB');
  throw new UserError(`${count} ${what} are too many for one download.`, remedy, 413);
}

export const narrowByPeriod = 'Narrow it by period, from and to, or a filter.';
