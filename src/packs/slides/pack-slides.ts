import type {Deck} from './pptx.ts';
import type {HeadlineBlock} from '../../pages/headline-block.ts';
import type {Block} from '../../pages/resolved-page.ts';
import {blockSections, findingText, textOf, type Section} from '../data/block-sections.ts';
import type {Datum} from '../data/data-table.ts';
import type {Pack} from '../pack.ts';
import {filterText, packFacts, packTitle} from '../pack-facts.ts';
import {addFigureSlide} from './figure-slide.ts';
import {addSlide, body, colours, contentWidth, fonts, slideDeck, slideSize} from './slide-deck.ts';
import {addTableSlides} from './table-slide.ts';
import {t} from '../../wording/t.ts';
import {locale} from '../../wording/locale.ts';

/** A pack as slides: one message each, charts that can be edited, definitions in the notes. */
export async function packSlides(pack: Pack): Promise<Uint8Array> {
  const {page, version} = pack;
  const title = packTitle(pack);
  const foot = [title, page.freshness.label, t`version ${version}`].join(' · ');
  const deck = slideDeck({title, subject: page.question, foot});
  addTitleSlide(deck, pack);
  if (pack.restated.length > 0) addTableSlides(deck, restatedSection(pack), '');
  const sections = page.blocks
    .map(onlyNews)
    .flatMap((block) => blockSections(block, page.freshness.zone));
  for (const section of sections) addSection(deck, section, pack);
  if (pack.definitions.length > 0) addTableSlides(deck, definitionSection(pack), '');
  return (await deck.write({outputType: 'uint8array'})) as Uint8Array;
}

function addSection(deck: Deck, section: Section, pack: Pack): void {
  // The definitions come last, all of them, from the pack.
  if (section.role === 'definition' || section.id === 'definitions') return;
  const notes = notesOf(section, pack);
  if (addFigureSlide(deck, section, notes)) return;
  addTableSlides(
    deck,
    section.id === 'kpis' ? shortKpis(section) : withoutEvidence(section),
    notes,
  );
}

/** What was told before is no news to a room. */
function onlyNews(block: Block): Block {
  return block.kind === 'findings' ? {...block, known: []} : block;
}

/** A finding's title has its size, the slide's says that it is news: the sentences are for readers. */
function withoutEvidence(section: Section): Section {
  const {columns, rows} = section.table;
  if (!columns.some(({label}) => label === findingText())) return section;
  const dropped = [findingText(), t`News`];
  const kept = columns.map(({label}) => !dropped.includes(label));
  const keep = <T>(cells: readonly T[]) => cells.filter((_, place) => kept[place]);
  return {...section, table: {columns: keep(columns), rows: rows.map(keep)}};
}

function addTitleSlide(deck: Deck, pack: Pack): void {
  const {page} = pack;
  const headline = page.blocks.find((block): block is HeadlineBlock => block.kind === 'headline');
  const notes = packFacts(pack)
    .map(({label, text}) => t`${label}: ${text}`)
    .join('\n');
  const slide = addSlide(deck, {title: packTitle(pack), subtitle: filterText(pack), notes});
  const place = {x: slideSize.margin, w: contentWidth, margin: 0, valign: 'top' as const};
  slide.addText(headline?.text ?? page.question, {
    ...{...place, y: body.top, h: 2.6, fontFace: fonts.title, fontSize: 34, color: colours.ink},
    ...{fit: 'shrink', lang: locale()},
  });
  if (headline)
    slide.addText(textOf(headline.lede), {
      ...{...place, y: 4.4, h: 2.2, w: contentWidth * 0.85, fontFace: fonts.text, fontSize: 18},
      ...{color: colours.text, fit: 'shrink', lang: locale()},
    });
}

/** A wall has room for what is decided on; the whole of it is in the workbook. */
function shortKpis(section: Section): Section {
  const dropped = [
    ...[t`95 % low`, t`95 % high`, t`Usual, low`, t`Usual, high`, t`Target is`, t`Note`],
  ];
  const {columns, rows} = section.table;
  const kept = columns.flatMap(({label}, place) => (dropped.includes(label) ? [] : [place]));
  const noteAt = columns.findIndex(({label}) => label === t`Note`);
  return {
    ...section,
    table: {
      columns: kept.flatMap((place) => columns[place] ?? []),
      rows: rows.map((row) =>
        // Why there is no value stands where it would.
        kept.map((place) => row[place] ?? (place === 1 ? (row[noteAt] ?? null) : null)),
      ),
    },
  };
}

function notesOf({figure, note}: Section, {definitions}: Pack): string {
  const named = figure?.definitions ?? [];
  const told = named.map(({label, definition}) => t`${label}: ${definition}`);
  const known = told.length > 0 || !figure ? told : definitions.map(({label}) => label);
  return [note, figure?.ariaLabel ?? '', ...known].filter((text) => text !== '').join('\n\n');
}

function restatedSection({restated, restatedBecause, version}: Pack): Section {
  const rows = restated.map(({label, before, after}): Datum[] => [label, before, after]);
  return {
    ...{id: 'restated', title: t`Restated since version ${version - 1}`, subtitle: restatedBecause},
    ...{note: '', figure: null, role: 'data'},
    table: textTable([t`Figure`, t`Version ${version - 1}`, t`Version ${version}`], rows),
  };
}

function definitionSection({definitions}: Pack): Section {
  const rows = definitions.map(({label, definition}): Datum[] => [label, definition]);
  return {
    ...{id: 'definitions', title: t`What the figures mean`, subtitle: '', note: ''},
    ...{figure: null, role: 'definition', table: textTable([t`Figure`, t`Definition`], rows)},
  };
}

function textTable(labels: readonly string[], rows: Datum[][]): Section['table'] {
  return {columns: labels.map((label) => ({label, align: 'left'})), rows};
}
