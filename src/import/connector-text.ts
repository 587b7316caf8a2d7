import {readdir, readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {packagePath} from '../base/package-root.ts';
import {parseConnector} from './connector.ts';

/** A connector's file as it stands. */
export interface ConnectorText {
  path: string;
  text: string;
}

/** The connector with an id in a folder, whatever its file is called; null when it has none. */
export async function connectorText(directory: string, id: string): Promise<ConnectorText | null> {
  const names = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  for (const name of names.filter((each) => /\.ya?ml$/.test(each)).sort()) {
    const path = join(directory, name);
    const text = await readFile(path, 'utf8');
    if (parseConnector(text, path).id === id) return {path, text};
  }
  return null;
}

/** The one that ships with Meantime. */
export function builtInConnectorText(id: string): Promise<ConnectorText | null> {
  return connectorText(packagePath('pipelines'), id);
}
