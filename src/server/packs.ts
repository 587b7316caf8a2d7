import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {UserError} from '../base/user-error.ts';
import type {Workspace} from '../config/workspace.ts';
import {isPackName, isPeriod, versionNumber} from '../packs/list-packs.ts';
import {packFileNames} from '../packs/pack-files.ts';

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
export function checkedPack(kind: string, period: string): {kind: string; period: string} {
  if (!isPackName(kind) || !isPeriod(period)) throw noSuchPack();
  return {kind, period};
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

/** A mail's styles stand on its elements, as mail programs want them; nothing else is let in. */
export const mailPolicy = `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
