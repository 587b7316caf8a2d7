import {existsSync} from 'node:fs';
import {readdir, readFile} from 'node:fs/promises';
import {basename, join} from 'node:path';
import {parseColumnDocs, parseHeader} from './header.ts';
import {layers, type Audit, type Layer, type Model} from './model.ts';

/**
 * Every model below a directory of SQL, by layer and name.
 * @param directory the folder that holds `staging`, `intermediate` and `marts`
 * @throws Error when a header lacks its sentence
 */
export async function loadModels(directory: string): Promise<Model[]> {
  const models: Model[] = [];
  for (const layer of layers)
    for (const file of await sqlFiles(join(directory, layer)))
      models.push(parseModel(layer, basename(file, '.sql'), await readFile(file, 'utf8')));
  return models;
}

export function parseModel(layer: Layer, id: string, sql: string): Model {
  const file = `sql/${layer}/${id}.sql`;
  const {sentences, tags} = parseHeader(sql);
  if (sentences.length === 0) throw new Error(`${file}: the header has no description`);
  const grain = (tags.grain ?? '').split(/\s*,\s*/).filter((column) => column !== '');
  const description = sentences.join(' ');
  const columnDocs = parseColumnDocs(sql);
  return {name: `${layer}.${id}`, layer, file, description, grain, columnDocs, sql};
}

/** Every audit below a directory of SQL, by name. */
export async function loadAudits(directory: string): Promise<Audit[]> {
  const audits: Audit[] = [];
  for (const file of await sqlFiles(join(directory, 'audits')))
    audits.push(parseAudit(basename(file, '.sql'), await readFile(file, 'utf8')));
  return audits;
}

function parseAudit(name: string, sql: string): Audit {
  const file = `sql/audits/${name}.sql`;
  const {sentences, tags} = parseHeader(sql);
  if (sentences.length === 0) throw new Error(`${file}: the header has no sentence`);
  const {severity} = tags;
  if (severity !== 'stop' && severity !== 'warn')
    throw new Error(`${file}: @severity must be stop or warn, not ${severity ?? 'missing'}`);
  return {name, file, sentence: sentences.join(' '), severity, sql};
}

async function sqlFiles(directory: string): Promise<string[]> {
  if (!existsSync(directory)) return [];
  const names = await readdir(directory);
  return names
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => join(directory, name));
}
