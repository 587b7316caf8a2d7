import {createHash} from 'node:crypto';
import {readdir, readFile, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {UserError} from '../base/user-error.ts';
import type {Workspace} from '../config/workspace.ts';
import {packKinds, type PackKind} from '../packs/pack.ts';

/** What a pack may hold, with the names people know it by. */
export const packFiles = {
  'index.html': 'Page',
  'pack.pdf': 'PDF',
  'pack.json': 'JSON',
} as const;
export type PackFile = keyof typeof packFiles;

/** One published version of a pack. */
export interface PublishedPack {
  kind: PackKind;
  /** `2016-W12` or `2016-03`. */
  period: string;
  version: number;
  publishedAt: Date;
  files: PackFile[];
}

/** Every published pack, newest period first, versions of one period newest first. */
export async function listPacks(workspace: Workspace): Promise<PublishedPack[]> {
  const packs: PublishedPack[] = [];
  for (const kind of packKinds) {
    const periods = await namesIn(join(workspace.packsDirectory, kind));
    for (const period of periods.filter((name) => isPeriod(kind, name))) {
      packs.push(...(await versionsOf(workspace, kind, period)));
    }
  }
  return packs.sort((a, b) => compare(b.period, a.period) || b.version - a.version);
}

/** The versions of one pack, newest first. */
export async function versionsOf(
  workspace: Workspace,
  kind: PackKind,
  period: string,
): Promise<PublishedPack[]> {
  const directory = join(workspace.packsDirectory, kind, period);
  const versions = (await namesIn(directory)).flatMap((name) => versionNumber(name) ?? []);
  const packs = versions.map(async (version): Promise<PublishedPack> => {
    const place = join(directory, `v${version}`);
    const names = await namesIn(place);
    const files = packFileNames.filter((name) => names.includes(name));
    return {kind, period, version, publishedAt: (await stat(place)).mtime, files};
  });
  return (await Promise.all(packs))
    .filter(({files}) => files.length > 0)
    .sort((a, b) => b.version - a.version);
}

/** Names out of a request, each checked against what such a name can be. */
export interface PackNames {
  kind: string;
  period: string;
  version: string;
  file: string;
}

/**
 * The path of a published file. Every part of it is checked, so no request reaches outside the packs.
 * @throws UserError 404 for names no pack can have
 */
export function packPath(workspace: Workspace, {kind, period, version, file}: PackNames): string {
  const names = checkedPack(kind, period);
  const number = versionNumber(version);
  const name = packFileNames.find((each) => each === file);
  if (number === null || !name) throw noSuchPack();
  return join(workspace.packsDirectory, names.kind, names.period, `v${number}`, name);
}

/** @throws UserError 404 for names no pack can have */
export function checkedPack(kind: string, period: string): {kind: PackKind; period: string} {
  const known = packKinds.find((each) => each === kind);
  if (!known || !isPeriod(known, period)) throw noSuchPack();
  return {kind: known, period};
}

export function noSuchPack(): UserError {
  return new UserError(
    'There is no such pack.',
    'See /packs for those there are; meantime pack writes another.',
    404,
  );
}

/**
 * The policy a pack's page is served with: it holds its own styles, fonts and pictures, and runs nothing.
 * Its style elements are named by their hashes, so that nothing else inline is let in.
 */
export async function packPolicy(file: string): Promise<string> {
  const html = await readFile(file, 'utf8');
  const styles = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
  return [
    `default-src 'none'`,
    `style-src ${styles.length > 0 ? styles.join(' ') : `'none'`}`,
    'img-src data:',
    'font-src data:',
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}

const packFileNames = Object.keys(packFiles) as PackFile[];

function isPeriod(kind: PackKind, name: string): boolean {
  return (kind === 'weekly' ? /^\d{4}-W\d{2}$/ : /^\d{4}-\d{2}$/).test(name);
}

function versionNumber(name: string): number | null {
  return /^v[1-9]\d{0,5}$/.test(name) ? Number(name.slice(1)) : null;
}

async function namesIn(directory: string): Promise<string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
