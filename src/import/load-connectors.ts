import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {packagePath} from '../base/package-root.ts';
import {UserError} from '../base/user-error.ts';
import {parseConnector, type Connector} from './connector.ts';

let builtIn: Promise<Connector[]> | undefined;

/**
 * The built-in connectors and a workspace's own; one of an earlier folder replaces those with its id.
 * @param directories such as the workspace's `pipelines/`; none where one does not exist
 * @throws UserError when one of the files is wrong
 */
export async function loadConnectors(...directories: (string | undefined)[]): Promise<Connector[]> {
  // They are part of the program: checking them anew took longer than importing a small file.
  builtIn ??= connectorsIn(packagePath('pipelines'));
  const found: Connector[] = [];
  for (const directory of directories) {
    const ids = new Set(found.map(({id}) => id));
    const here = directory === undefined ? [] : await connectorsIn(directory);
    found.push(...here.filter(({id}) => !ids.has(id)));
  }
  const ids = new Set(found.map(({id}) => id));
  return [...found, ...(await builtIn).filter(({id}) => !ids.has(id))];
}

/** The connector with an id. @throws UserError naming those there are */
export function connectorById(connectors: readonly Connector[], id: string): Connector {
  const found = connectors.find((connector) => connector.id === id);
  if (found) return found;
  const known = connectors.map((connector) => connector.id).sort();
  throw new UserError(`There is no connector "${id}".`, `Use one of: ${known.join(', ')}.`);
}

async function connectorsIn(directory: string): Promise<Connector[]> {
  const names = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const files = names.filter((name) => /\.ya?ml$/.test(name)).sort();
  return Promise.all(
    files.map(async (name) => {
      const path = join(directory, name);
      return parseConnector(await readFile(path, 'utf8'), path);
    }),
  );
}
