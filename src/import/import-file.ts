import type {Session} from '../warehouse/database.ts';
import {contentError} from './damaged-file.ts';
import type {DecodedFile} from './decode.ts';
import {detectShapes} from './detect.ts';
import {repeatOf, type FileImport} from './file-import.ts';
import type {Correction, FileOptions, ImportContext} from './import-context.ts';
import {landFile} from './land-file.ts';
import {provenRows, type Prepared} from './prepared-file.ts';
import {jsonForms, partOf} from './readable-tables.ts';
import {sniffFile} from './sniff.ts';
import {sourceFor} from './source-for.ts';
import {checkZone} from './zone.ts';

/**
 * Lands one decoded file: each list of it that a connector reads in a transaction of its own. Those of a JSON answer
 * besides the first, such as the changes in its issues, count as parts of the file, named by their path.
 * @param isWanted which parts to land; null is the file's only or first list
 * @throws UserError for what the person can put right; nothing of the list in question is kept then
 */
export async function importFile(
  context: ImportContext,
  file: DecodedFile,
  options: FileOptions,
  isWanted: (part: string | null) => boolean = () => true,
): Promise<FileImport[]> {
  const importing = context.landing.session(async (session) => {
    await session.run('set preserve_insertion_order = false');
    await session.run('set enable_progress_bar = true');
    await session.run('set enable_progress_bar_print = false');
    const imports: FileImport[] = [];
    for (const prepared of await prepare(session, context, file, options)) {
      if (!isWanted(prepared.file.part)) continue;
      const earlier = await repeatOf(session, prepared);
      if (earlier && context.onCorrection && (await isCorrected(session, earlier, prepared)))
        context.onCorrection(correctionOf(prepared));
      else imports.push(earlier ?? (await landFile(session, context, prepared)));
    }
    return imports;
  });
  return importing.catch((error: unknown) => {
    throw contentError(file, error);
  });
}

/** Whether what the person says of a known file makes its text or its dates others than they were read. */
async function isCorrected(
  session: Session,
  earlier: FileImport,
  prepared: Prepared,
): Promise<boolean> {
  const {encoding, dateOrder} = prepared.options;
  if (encoding !== undefined && prepared.file.encoding !== earlier.encoding) return true;
  if (dateOrder === undefined) return false;
  const {proof} = await provenRows(session, prepared, {
    isPadded: true,
    isThorough: false,
    even: null,
  });
  const fields = await session.query<{field: string; format: string}>(
    `select field, format from import_field where import_id = ${earlier.importId} and format is not null`,
  );
  return fields.some(({field, format}) => (proof.formats.get(field)?.format ?? format) !== format);
}

function correctionOf({file, source, options}: Prepared): Correction {
  const {encoding, dateOrder} = options;
  return {sha256: file.sha256, source: source.name, encoding, dateOrder};
}

async function prepare(
  session: Session,
  {connectors, sources}: ImportContext,
  file: DecodedFile,
  options: FileOptions,
): Promise<Prepared[]> {
  const sniffed = await sniffFile(file, session, jsonForms(connectors));
  const wanted = options.connector ?? sources.find(({name}) => name === options.source)?.connector;
  const [first, ...besides] = detectShapes(sniffed, connectors, {wanted, place: file.originalPath});
  const source = sourceFor(sources, first.connector, file, options);
  const zone = options.timezone ?? source.zone;
  const checked = zone === null ? null : checkZone(zone);
  const common = {sniffed, source, options, zone: checked};
  return [
    {...common, file, detection: first},
    ...besides.map((detection) => ({...common, file: partOf(file, detection), detection})),
  ];
}
