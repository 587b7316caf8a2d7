import {SaxesParser} from 'saxes';
import {fromBuffer, type Entry, type ZipFile} from 'yauzl';

/** Every part of an Office file by its name. */
export async function officeParts(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const zip = await new Promise<ZipFile>((done, failed) =>
    fromBuffer(Buffer.from(bytes), {lazyEntries: true}, (error, file) =>
      error ? failed(error) : done(file),
    ),
  );
  const parts = new Map<string, Buffer>();
  await new Promise<void>((done, failed) => {
    zip.on('entry', (entry: Entry) => {
      if (entry.fileName.endsWith('/')) return zip.readEntry();
      zip.openReadStream(entry, (error, stream) => {
        if (error) return failed(error);
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          parts.set(entry.fileName, Buffer.concat(chunks));
          zip.readEntry();
        });
      });
    });
    zip.on('end', done);
    zip.readEntry();
  });
  return parts;
}

/**
 * What a strict reader would refuse: parts that are no XML, relations that lead nowhere, parts without
 * a content type.
 */
export function officeFaults(parts: ReadonlyMap<string, Buffer>): string[] {
  const faults: string[] = [];
  const types = elementsOf(parts.get('[Content_Types].xml'));
  const extensions = new Set(types.map(({Extension}) => Extension?.toLowerCase()));
  const named = new Set(types.map(({PartName}) => PartName));
  for (const [name, bytes] of parts) {
    if (name === '[Content_Types].xml') continue;
    const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
    if (!named.has(`/${name}`) && !extensions.has(extension)) faults.push(`${name} has no type`);
    if (extension !== 'xml' && extension !== 'rels') continue;
    try {
      if (extension === 'rels') faults.push(...lostTargets(name, elementsOf(bytes), parts));
      else elementsOf(bytes);
    } catch (error) {
      faults.push(`${name}: ${String(error)}`);
    }
  }
  for (const name of named)
    if (name !== undefined && !parts.has(name.slice(1))) faults.push(`${name} is missing`);
  return faults;
}

type Attributes = Partial<Record<string, string>>;

function elementsOf(bytes: Buffer | undefined): Attributes[] {
  const elements: Attributes[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({attributes}) => elements.push(attributes as Attributes));
  parser.write(bytes?.toString('utf8') ?? '').close();
  return elements;
}

function lostTargets(
  rels: string,
  elements: readonly Attributes[],
  parts: ReadonlyMap<string, Buffer>,
): string[] {
  const base = `https://x/${rels.replace(/_rels\/[^/]*$/, '')}`;
  return elements.flatMap(({Target, TargetMode}) => {
    if (Target === undefined || TargetMode === 'External') return [];
    const path = decodeURI(new URL(Target, base).pathname.slice(1));
    return parts.has(path) ? [] : [`${rels} names ${path}, which is missing`];
  });
}
