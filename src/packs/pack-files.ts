import {packMail} from './mail/pack-mail.ts';
import {packHtml} from './pack-html.ts';
import type {Pack} from './pack.ts';
import {packSlides} from './slides/pack-slides.ts';
import {typeset} from './typeset.ts';
import {typesetContent} from './typeset-content.ts';
import {packWorkbook} from './workbook/pack-workbook.ts';

/** What a pack holds, with the names people know it by, in the order they are offered. */
export const packFiles = {
  'index.html': 'Page',
  'pack.pdf': 'PDF',
  'pack.xlsx': 'XLSX',
  'pack.pptx': 'PPTX',
  'mail.html': 'Mail',
  'pack.json': 'JSON',
} as const;
export type PackFile = keyof typeof packFiles;

export const packFileNames = Object.keys(packFiles) as PackFile[];

const writers: Record<PackFile, (pack: Pack) => Promise<string | Uint8Array>> = {
  'index.html': packHtml,
  'pack.pdf': (pack) => typeset(typesetContent(pack), new Date(pack.publishedAt)),
  'pack.xlsx': packWorkbook,
  'pack.pptx': packSlides,
  'mail.html': (pack) => Promise.resolve(packMail(pack).html),
  'pack.json': (pack) => Promise.resolve(`${JSON.stringify(pack, null, 1)}\n`),
};

/** Every file of a pack, made side by side. */
export async function writePackFiles(
  pack: Pack,
  save: (name: PackFile, content: string | Uint8Array) => Promise<void>,
): Promise<void> {
  await Promise.all(packFileNames.map(async (name) => save(name, await writers[name](pack))));
}
