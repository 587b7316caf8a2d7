import {readXlsx} from 'hucre/xlsx';
import {packMail} from '../../src/packs/mail/pack-mail.ts';
import type {Pack} from '../../src/packs/pack.ts';
import {packSlides} from '../../src/packs/slides/pack-slides.ts';
import {packWorkbook} from '../../src/packs/workbook/pack-workbook.ts';
import {officeParts} from '../packs/office-file.ts';

/** What a pack says in its workbook, its slides with their charts and notes, and its mail. */
export async function packTexts(pack: Pack): Promise<string[]> {
  const {text, html} = packMail(pack, {href: 'https://x/', attached: ['PDF', 'XLSX']});
  const ofMail = [
    ...text.split(/\n(?:[-\d.]+ )?/),
    ...inTags(html.replace(/<style>.*?<\/style>/s, '')),
  ];
  return [...(await sheetTexts(pack)), ...(await slideTexts(pack)), ...ofMail].filter(Boolean);
}

async function sheetTexts(pack: Pack): Promise<string[]> {
  const {sheets} = await readXlsx(await packWorkbook(pack));
  return sheets.flatMap(({name, rows}) => [
    name,
    ...rows.flat().filter((cell) => typeof cell === 'string'),
  ]);
}

async function slideTexts(pack: Pack): Promise<string[]> {
  const parts = await officeParts(await packSlides(pack));
  const said = /^ppt\/(slides\/slide|notesSlides\/notesSlide|charts\/chart)\d+\.xml$/;
  return [...parts].flatMap(([name, bytes]) =>
    said.test(name) ? inTags(bytes.toString(), /<(?:a:t|c:v)>([^<]+)</g) : [],
  );
}

/** What stands between tags, its signs as people read them. */
function inTags(markup: string, tag = />([^<]+)</g): string[] {
  const signs: Record<string, string> = {
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    '#39': "'",
  };
  return [...markup.matchAll(tag)].map(([, text = '']) =>
    text.replace(/&(\w+|#39);/g, (sign, name: string) => signs[name] ?? sign).trim(),
  );
}
