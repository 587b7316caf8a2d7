import {readdir, readFile, stat} from 'node:fs/promises';
import {join} from 'node:path';
import type {Workspace} from '../config/workspace.ts';
import {packFileNames, type PackFile} from './pack-files.ts';
import type {Pack} from './pack.ts';
import {readPack} from './read-pack.ts';

/** What a list tells of a version; `about.json` beside its files, so that a list needn't read figures. */
export type PackAbout = Pick<
  Pack,
  'kind' | 'period' | 'version' | 'publishedAt' | 'build' | 'restated' | 'restatedBecause'
> & {
  /** `Weekly review`. */
  title: string;
  /** `Week 12`, `21 – 27 Mar 2016`. */
  label: string;
  range: string;
  isComplete: boolean;
  headline: string;
};

/** One published version of a pack. */
export interface ListedPack extends PackAbout {
  directory: string;
  /** Those it has, in the order they are offered. */
  files: {name: PackFile; bytes: number}[];
}

export const aboutFile = 'about.json';

export function aboutPack(pack: Pack): PackAbout {
  const {kind, period, version, publishedAt, build, restated, restatedBecause, page} = pack;
  const headline = page.blocks.find((block) => block.kind === 'headline');
  return {
    ...{kind, period, version, publishedAt, build, restated, restatedBecause},
    title: page.title,
    label: page.period?.label ?? period,
    range: page.period?.range ?? '',
    isComplete: page.period?.isComplete ?? true,
    headline: headline?.text ?? '',
  };
}

/** Every published pack, newest period first, versions of one period newest first. */
export async function listPacks({packsDirectory}: Workspace): Promise<ListedPack[]> {
  const packs: ListedPack[] = [];
  for (const kind of (await namesIn(packsDirectory)).filter(isPackName))
    for (const period of (await namesIn(join(packsDirectory, kind))).filter(isPeriod))
      packs.push(...(await packVersions({packsDirectory}, kind, period)));
  return packs.sort(
    (a, b) => compare(b.period, a.period) || compare(a.kind, b.kind) || b.version - a.version,
  );
}

/** The versions of one pack, newest first. */
export async function packVersions(
  {packsDirectory}: Pick<Workspace, 'packsDirectory'>,
  kind: string,
  period: string,
): Promise<ListedPack[]> {
  const parent = join(packsDirectory, kind, period);
  const versions = (await namesIn(parent)).flatMap((name) => versionNumber(name) ?? []);
  const packs = versions.map(async (version): Promise<ListedPack> => {
    const directory = join(parent, `v${version}`);
    const files = await filesIn(directory);
    const about = await readAbout(directory, {kind, period, version});
    return {...about, kind, period, version, directory, files};
  });
  return (await Promise.all(packs))
    .filter(({files}) => files.length > 0)
    .sort((a, b) => b.version - a.version);
}

/** What a pack may be called: it is part of a path. */
export function isPackName(name: string): boolean {
  return /^[a-z][a-z0-9-]{0,63}$/.test(name);
}

export function isPeriod(name: string): boolean {
  return /^\d{4}-(W\d{2}|\d{2})$/.test(name);
}

/** 12 of `v12`; null for a name that is no version's. */
export function versionNumber(name: string): number | null {
  return /^v[1-9]\d{0,5}$/.test(name) ? Number(name.slice(1)) : null;
}

async function readAbout(
  directory: string,
  names: Pick<Pack, 'kind' | 'period' | 'version'>,
): Promise<PackAbout> {
  try {
    return JSON.parse(await readFile(join(directory, aboutFile), 'utf8')) as PackAbout;
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  try {
    return aboutPack(await readPack(directory));
  } catch (error) {
    if (!isMissing(error)) throw error;
    // A folder somebody put there without figures: known by its names and its time only.
    const publishedAt = (await stat(directory)).mtime.toISOString();
    const unknown = {build: 0, restated: [], restatedBecause: '', isComplete: true, headline: ''};
    return {...names, ...unknown, publishedAt, title: names.kind, label: names.period, range: ''};
  }
}

async function filesIn(directory: string): Promise<ListedPack['files']> {
  const names = await namesIn(directory);
  const known = packFileNames.filter((name) => names.includes(name));
  return Promise.all(
    known.map(async (name) => ({name, bytes: (await stat(join(directory, name))).size})),
  );
}

async function namesIn(directory: string): Promise<string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  const {code} = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
