import type {Request, Response} from 'express';
import {UserError} from '../base/user-error.ts';
import {csvOf} from './csv.ts';
import type {Query} from './query.ts';
import {arrowOf, type TableColumn} from './table.ts';

export const formats = ['json', 'csv', 'arrow'] as const;
export type Format = (typeof formats)[number];

const contentTypes: Record<Format, string> = {
  json: 'application/json',
  csv: 'text/csv',
  arrow: 'application/vnd.apache.arrow.stream',
};

/** A list in every form it can be asked for. */
export interface Listing {
  /** File name of a download, without its ending. */
  name: string;
  columns: readonly TableColumn[];
  rows: readonly object[];
  /** The whole answer as JSON. */
  json: object;
}

/**
 * What the answer is written in: `?format=` before the `Accept` header, JSON when neither says.
 * @throws UserError 400 for an unknown format, 406 when nothing that is accepted can be made
 */
export function formatOf(request: Request, query: Query): Format {
  const asked = query.one('format');
  if (asked !== null) return checkedFormat(asked);
  const accepted = request.accepts(formats.map((format) => contentTypes[format]));
  const format = formats.find((each) => contentTypes[each] === accepted);
  if (format) return format;
  throw new UserError(
    'None of the accepted content types can be made here.',
    `Accept one of ${Object.values(contentTypes).join(', ')}.`,
    406,
  );
}

function checkedFormat(text: string): Format {
  const format = formats.find((each) => each === text);
  if (format) return format;
  throw new UserError(`There is no format "${text.slice(0, 40)}".`, `Use: ${formats.join(', ')}.`);
}

/** Writes a list in `format`; CSV and Arrow come as a download. */
export function sendListing(response: Response, format: Format, listing: Listing): void {
  if (format === 'json') {
    response.json(listing.json);
    return;
  }
  response.setHeader('Content-Disposition', `attachment; filename="${listing.name}.${format}"`);
  const {columns, rows} = listing;
  if (format === 'csv') {
    const names = columns.map(({name}) => name);
    response.type('text/csv').send(csvOf(names, rows));
    return;
  }
  response.setHeader('Content-Type', contentTypes.arrow);
  response.end(arrowOf(columns, rows));
}
