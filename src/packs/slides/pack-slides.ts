import type {Deck, Slide} from './pptx.ts';
import type {Block} from '../../pages/resolved-page.ts';
import {blockSections, findingText, type Section} from '../data/block-sections.ts';
import type {Datum} from '../data/data-table.ts';
import type {Pack} from '../pack.ts';
import type {FlatBlock} from '../pack-block.ts';
import {packTitle} from '../pack-facts.ts';
import {drawFigure} from './draw-figure.ts';
import {drawTable, noteHeight} from './draw-table.ts';
import {halves, quarters, wholeBody, type Place} from './place.ts';
import {
  addHeading,
  addNote,
  joinedTitle,
  limitsText,
  subtitleOf,
  titleOfAll,
} from './slide-words.ts';
import {addSlide, body, slideDeck} from './slide-deck.ts';
import {slideParts} from './slide-parts.ts';
import {addBriefSlide, addTitleSlide} from './text-slide.ts';
import {t} from '../../wording/t.ts';

/**
 * A pack as slides: a question each, charts that can be edited, definitions in the notes. What has no
 * room on its slide is in the workbook, and the slide says so.
 */
export async function packSlides(pack: Pack): Promise<Uint8Array> {
  const {page, version} = pack;
  const title = packTitle(pack);
  const foot = [title, page.freshness.label, t`version ${version}`].join(' · ');
  const deck = slideDeck({title, subject: page.question, foot});
  addTitleSlide(deck, pack);
  if (pack.restated.length > 0) addSectionSlide(deck, [restatedSection(pack)], pack);
  for (const part of slideParts(page.blocks.map(onlyNews))) {
    if (part.kind === 'brief') addBriefSlide(deck, part.titles);
    else
      addSectionSlide(
        deck,
        part.blocks.flatMap((block) => sectionsOf(block, pack)),
        pack,
      );
  }
  return (await deck.write({outputType: 'uint8array'})) as Uint8Array;
}

function sectionsOf(block: FlatBlock, {page}: Pack): Section[] {
  return blockSections(block, page.freshness.zone).map((section) =>
    section.id === 'kpis' ? shortKpis(section) : withoutEvidence(section),
  );
}

/** Up to four sections: their titles are the slide's, or stand over each where that is too long. */
function addSectionSlide(deck: Deck, sections: readonly Section[], pack: Pack): void {
  const [first] = sections;
  if (!first) return;
  const notes = sections.map((section) => notesOf(section, pack)).join('\n\n');
  if (sections.length === 1) {
    const {title} = first;
    const subtitle = subtitleOf(first);
    drawSection(addSlide(deck, {title, subtitle, notes}), first, wholeBody);
    return;
  }
  const joined = joinedTitle(sections);
  const isRunning = pack.page.period?.isComplete === false;
  const slide = addSlide(deck, {title: joined ?? titleOfAll(sections, isRunning), notes});
  const places = sections.length === 2 ? halves : quarters;
  for (const [index, section] of sections.entries()) {
    const place = places[index];
    if (!place) continue;
    const heading = {
      title: joined === null ? section.title : null,
      subtitle: subtitleOf(section),
    };
    drawSection(slide, section, addHeading(slide, heading, place));
  }
  addNote(slide, limitsText(sections), body.bottom);
}

function drawSection(slide: Slide, section: Section, place: Place): void {
  const isWhole = place === wholeBody;
  const chart = isWhole && section.note !== '' ? {...place, h: place.h - noteHeight} : place;
  if (drawFigure(slide, section, chart)) {
    if (isWhole) addNote(slide, section.note, body.bottom - noteHeight + 0.05);
    return;
  }
  const shown = drawTable(slide, section, place);
  const all = section.table.rows.length;
  const cut = shown < all ? t`${shown} of ${all} rows; the others are in the workbook.` : '';
  const note = [section.note, cut].filter((text) => text !== '').join(' ');
  addNote(slide, note, place.y + place.h - noteHeight + 0.05, place);
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

/** What the room isn't shown: how a figure reads in words, and how it is counted. */
function notesOf({id, figure, note}: Section, {definitions}: Pack): string {
  const named = id === 'kpis' ? definitions : (figure?.definitions ?? []);
  const told = named.map(({label, definition}) => t`${label}: ${definition}`);
  return [note, figure?.ariaLabel ?? '', ...told].filter((text) => text !== '').join('\n\n');
}

function restatedSection({restated, restatedBecause, version}: Pack): Section {
  const rows = restated.map(({label, before, after}): Datum[] => [label, before, after]);
  return {
    ...{id: 'restated', title: t`Restated since version ${version - 1}`, subtitle: restatedBecause},
    ...{note: '', figure: null, role: 'data'},
    table: textTable([t`Figure`, t`Version ${version - 1}`, t`Version ${version}`], rows),
  };
}

function textTable(labels: readonly string[], rows: Datum[][]): Section['table'] {
  return {columns: labels.map((label) => ({label, align: 'left'})), rows};
}
