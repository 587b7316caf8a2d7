import {UserError} from '../base/user-error.ts';
import type {Source} from '../config/config.ts';
import type {Connector} from './connector.ts';
import type {DecodedFile} from './decode.ts';

/**
 * The source a file belongs to: the one named, else the configured one of its connector whose file patterns
 * fit best, else one that is named after the connector.
 * @throws UserError when several could be meant, or the named one uses another connector
 */
export function sourceFor(
  sources: readonly Source[],
  connector: Connector,
  file: Pick<DecodedFile, 'fileName' | 'originalPath'>,
  {source: wanted}: {source?: string | undefined},
): Source {
  if (wanted !== undefined) return namedSource(sources, connector, wanted);
  const own = sources.filter((source) => source.connector === connector.id);
  const fitting = own.filter((source) => source.files.some((glob) => fits(file.fileName, glob)));
  const [first, second] = fitting.length > 0 ? fitting : own;
  if (!first) return sourceOf(connector.id, connector);
  if (!second) return first;
  throw new UserError(
    `${file.originalPath} could belong to several sources: ${own.map(({name}) => name).join(', ')}.`,
    `Say which with --source ${first.name}, or tell their files apart in meantime.yaml.`,
  );
}

function namedSource(sources: readonly Source[], connector: Connector, wanted: string): Source {
  const source = sources.find(({name}) => name === wanted);
  if (!source) return sourceOf(wanted, connector);
  if (source.connector === connector.id) return source;
  throw new UserError(
    `The source ${wanted} uses the connector ${source.connector}, not ${connector.id}.`,
    'Name another source, or change it in meantime.yaml.',
  );
}

function sourceOf(name: string, connector: Connector): Source {
  return {name, title: connector.title, connector: connector.id, zone: null, files: []};
}

function fits(fileName: string, glob: string): boolean {
  const pattern = glob
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${pattern}$`, 'i').test(fileName);
}
