import {existsSync} from 'node:fs';
import {mkdir, readdir, rename, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {ResolvedPage} from '../pages/resolved-page.ts';
import type {FrozenPack, Pack} from './pack.ts';
import {writePackFiles} from './pack-files.ts';
import {aboutFile, aboutPack} from './list-packs.ts';
import {readPack} from './read-pack.ts';
import {languageOf, restate, restatedBecause} from './restate.ts';
import {inLanguage} from '../wording/in-language.ts';

export interface PublishedPack {
  pack: Pack;
  /** Holds the files of pack-files.ts. */
  directory: string;
  /** False when the newest version already says exactly this, which is then returned instead. */
  isNew: boolean;
}

/**
 * Writes a frozen pack as its period's next version. Published versions never change: when the
 * figures are those of the newest version nothing is written, else the new one lists what it restates.
 * @param packsDirectory versions go to `<kind>/<period>/v<n>/` below it
 */
export async function publishPack(
  frozen: FrozenPack,
  packsDirectory: string,
): Promise<PublishedPack> {
  const parent = join(packsDirectory, frozen.kind, frozen.period);
  const newest = await newestVersion(parent);
  if (newest && saysTheSame(newest, frozen))
    return {pack: newest, directory: join(parent, `v${newest.version}`), isNew: false};
  const language = languageOf(frozen);
  // Figures are compared as they are printed, which two languages do differently.
  const isComparable = newest !== null && languageOf(newest) === language;
  const pack: Pack = {
    ...frozen,
    version: (newest?.version ?? 0) + 1,
    restated: isComparable ? restate(newest.page, frozen.page) : [],
    restatedBecause: newest ? inLanguage(language, () => restatedBecause(newest, frozen)) : '',
  };
  const directory = join(parent, `v${pack.version}`);
  await inLanguage(language, () => writePack(pack, directory));
  return {pack, directory, isNew: true};
}

/** The last version in a period's folder, or null. */
async function newestVersion(parent: string): Promise<Pack | null> {
  if (!existsSync(parent)) return null;
  const versions = (await readdir(parent)).flatMap((name) => /^v(\d+)$/.exec(name)?.[1] ?? []);
  if (versions.length === 0) return null;
  const last = Math.max(...versions.map(Number));
  return readPack(join(parent, `v${last}`));
}

/** Figures, sentences and charts; data notes also tell which build they are from. */
function saysTheSame(newest: Pack, frozen: Pick<Pack, 'page'>): boolean {
  return said(newest.page) === said(frozen.page);
}

function said({blocks}: ResolvedPage): string {
  const told = blocks.filter((block) => block.kind !== 'list' || block.tone !== 'notes');
  // Sums in another order differ in their last digits from build to build.
  return JSON.stringify(told, (_, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(9)) : value,
  );
}

/** All files or none: they are written aside and renamed into place together. */
async function writePack(pack: Pack, directory: string): Promise<void> {
  const aside = `${directory}.next`;
  await rm(aside, {recursive: true, force: true});
  await mkdir(aside, {recursive: true});
  await writePackFiles(pack, (name, content) => writeFile(join(aside, name), content));
  await writeFile(join(aside, aboutFile), `${JSON.stringify(aboutPack(pack))}\n`);
  await rename(aside, directory);
}
