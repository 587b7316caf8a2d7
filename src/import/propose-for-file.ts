import type {Session} from '../warehouse/database.ts';
import type {Connector} from './connector.ts';
import type {DecodedFile} from './decode.ts';
import {jsonLeaves, widestList, type Detection} from './detect.ts';
import {headerName} from './header-name.ts';
import {NotAnExportError} from './not-an-export.ts';
import {proposeConnector, type Proposal} from './propose.ts';
import {proposedId, proposedTitle} from './proposed-id.ts';
import {rowsOf} from './read.ts';
import type {Sniffed} from './sniff.ts';

/**
 * A connector for a table that none knows: its id and title from the file's name, its rows where they are.
 * @throws NotAnExportError for JSON without a list of objects
 */
export async function proposeForFile(
  session: Session,
  {file, sniffed}: {file: DecodedFile; sniffed: Sniffed},
  {connectors, zone}: {connectors: readonly Connector[]; zone?: string | null},
): Promise<Proposal> {
  const id = proposedId(
    file.fileName,
    connectors.map((connector) => connector.id),
  );
  const title = proposedTitle(file.fileName);
  const detection = bareDetection(file, sniffed, {id, title});
  const rows = rowsOf(file, sniffed, detection, {nulls: [], isPadded: true});
  const proposal = await proposeConnector(session, {
    relation: rows.relation(),
    columns: namedColumns(detection.headers),
    id,
    title,
    zone: zone ?? null,
  });
  const {format, rows: at} = detection.shape;
  const shapes = proposal.connector.shapes.map((shape) => ({
    ...shape,
    ...(format ? {format} : {}),
    ...(at ? {rows: at} : {}),
  }));
  return {...proposal, connector: {...proposal.connector, shapes}};
}

/** Columns a rule can name: the first of those with one header, and none without a header. */
function namedColumns(headers: readonly string[]): {name: string; header: string}[] {
  const seen = new Set(['']);
  return headers.flatMap((header, index) => {
    const name = headerName(header);
    if (seen.has(name)) return [];
    seen.add(name);
    return [{name: `c${index}`, header}];
  });
}

/** The file as an export that nothing is known of but where its rows are. */
function bareDetection(
  file: DecodedFile,
  sniffed: Sniffed,
  {id, title}: {id: string; title: string},
): Detection {
  const {headers, form} = bareTable(file, sniffed);
  const shape = {
    id,
    title,
    grain: 'incident' as const,
    ...form,
    header: {all: [headers[0] ?? '']},
    fields: {},
  };
  const rowsPath = sniffed.format === 'json' ? (form.rows?.[0] ?? null) : null;
  return {connector: {id, title, shapes: [shape]}, shape, headers, rowsPath, knownCount: 0};
}

function bareTable(
  file: DecodedFile,
  sniffed: Sniffed,
): {headers: string[]; form: {format?: 'json' | 'xml' | 'xes'; rows?: string[]}} {
  if (sniffed.format === 'json') {
    const list = widestList(sniffed.paths);
    if (list === null)
      throw new NotAnExportError(
        `${file.originalPath} is JSON without a list of objects.`,
        'Export the list again, or as CSV.',
      );
    const headers = jsonLeaves(sniffed.paths, list).map(({name}) => name);
    return {headers, form: {format: 'json', rows: [list]}};
  }
  const {headers, form, rowsPath} = sniffed;
  if (form === 'xes') return {headers, form: {format: 'xes'}};
  return {headers, form: rowsPath === null ? {} : {format: 'xml', rows: [rowsPath]}};
}
