import type {Deck} from './pptx.ts';
import type {HeadlineBlock} from '../../pages/headline-block.ts';
import {textOf} from '../data/block-sections.ts';
import type {Pack} from '../pack.ts';
import {filterText, packFacts, packTitle} from '../pack-facts.ts';
import {addSlide, body, colours, contentWidth, fonts, slideSize} from './slide-deck.ts';
import {linesIn} from './table-layout.ts';
import {t} from '../../wording/t.ts';
import {locale} from '../../wording/locale.ts';

/** What the pack is, and what it says first. */
export function addTitleSlide(deck: Deck, pack: Pack): void {
  const {page} = pack;
  const headline = page.blocks.find((block): block is HeadlineBlock => block.kind === 'headline');
  const notes = packFacts(pack)
    .map(({label, text}) => t`${label}: ${text}`)
    .join('\n');
  const slide = addSlide(deck, {title: packTitle(pack), subtitle: filterText(pack), notes});
  const place = {x: slideSize.margin, w: contentWidth, margin: 0, valign: 'top' as const};
  const said = headline?.text ?? page.question;
  const {size, height} = headlineSize(said);
  slide.addText(said, {
    ...{
      ...place,
      y: body.top,
      h: height,
      fontFace: fonts.title,
      fontSize: size,
      color: colours.ink,
    },
    ...{fit: 'shrink', lang: locale()},
  });
  if (!headline) return;
  const y = body.top + height + 0.3;
  slide.addText(textOf(headline.lede), {
    ...{...place, y, h: body.bottom - y, w: contentWidth * 0.85, fontFace: fonts.text},
    ...{fontSize: 18, color: colours.text, fit: 'shrink', lang: locale()},
  });
}

/** Points, the largest first; and the height of a line by its size. */
const headlineSizes = [34, 30, 26, 22];
const lineSpacing = 1.25;
/** In inches: what follows has as much. */
const highest = 2.8;

/** How large a headline may be, and the inches it takes: the longer it is, the smaller. */
function headlineSize(text: string): {size: number; height: number} {
  const tries = headlineSizes.map((size) => {
    const lines = linesIn(text, contentWidth, size);
    return {size, height: (lines * size * lineSpacing) / 72};
  });
  const fitting = tries.find(({height}) => height <= highest) ?? tries.at(-1);
  return fitting ?? {size: 22, height: highest};
}

/** What has nothing to show, in a line each. */
export function addBriefSlide(deck: Deck, titles: readonly string[]): void {
  const slide = addSlide(deck, {title: t`In brief`});
  const lines = titles.map((text) => ({
    text,
    options: {breakLine: true, paraSpaceAfter: 8, lang: locale()},
  }));
  slide.addText(lines, {
    ...{x: slideSize.margin, y: body.top, w: contentWidth, h: body.bottom - body.top, margin: 0},
    ...{fontFace: fonts.text, fontSize: titles.length > 10 ? 14 : 18, color: colours.ink},
    ...{valign: 'top', fit: 'shrink'},
  });
}
