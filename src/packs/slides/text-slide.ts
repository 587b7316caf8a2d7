import type {Deck} from './pptx.ts';
import type {HeadlineBlock} from '../../pages/headline-block.ts';
import {textOf} from '../data/block-sections.ts';
import type {Pack} from '../pack.ts';
import {filterText, packFacts, packTitle} from '../pack-facts.ts';
import {addSlide, body, colours, contentWidth, fonts, slideSize} from './slide-deck.ts';
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
