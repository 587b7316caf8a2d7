import {Deck, type Slide} from './pptx.ts';
import {lightTheme} from '../../charts/theme.ts';
import {locale} from '../../wording/locale.ts';

/** 16:9, in inches. */
export const slideSize = {width: 13.33, height: 7.5, margin: 0.7};
export const contentWidth = slideSize.width - 2 * slideSize.margin;
/** Under the title, above the foot. */
export const body = {top: 1.65, bottom: 6.85};

export const fonts = {title: 'Georgia', text: 'Calibri'};

/** Without `#`, as slides take it. */
export const colours = Object.fromEntries(
  (['ink', 'text', 'muted', 'rule', 'faint', 'accent', 'better', 'worse', 'common'] as const).map(
    (name) => [name, lightTheme[name].slice(1)],
  ),
) as Record<
  'ink' | 'text' | 'muted' | 'rule' | 'faint' | 'accent' | 'better' | 'worse' | 'common',
  string
>;

const master = 'page';

/** An empty deck whose slides have their foot and number. */
export function slideDeck(properties: {title: string; subject: string; foot: string}): Deck {
  const deck = new Deck();
  deck.layout = 'LAYOUT_WIDE';
  deck.title = properties.title;
  deck.subject = properties.subject;
  deck.author = 'Meantime';
  deck.company = '';
  deck.theme = {headFontFace: fonts.title, bodyFontFace: fonts.text};
  const small = {fontFace: fonts.text, fontSize: 10, color: colours.muted};
  deck.defineSlideMaster({
    title: master,
    background: {color: 'FFFFFF'},
    margin: slideSize.margin,
    objects: [
      {
        placeholder: {
          options: {
            ...{
              name: 'title',
              type: 'title',
              x: slideSize.margin,
              y: 0.4,
              w: contentWidth,
              h: 0.8,
            },
            ...{
              fontFace: fonts.title,
              // Two lines end above the subtitle.
              fontSize: 22,
              color: colours.ink,
              align: 'left',
              valign: 'top',
            },
            margin: 0,
          },
          text: '',
        },
      },
      {
        text: {
          text: properties.foot,
          options: {...small, x: slideSize.margin, y: 7.02, w: 10.5, h: 0.3, margin: 0},
        },
      },
    ],
    slideNumber: {...small, x: 11.9, y: 7.02, w: 0.75, h: 0.3, align: 'right', margin: 0},
  });
  return deck;
}

/** A slide whose title says what it shows, with a line under it and notes for whoever speaks. */
export function addSlide(
  deck: Deck,
  {title, subtitle = '', notes = ''}: {title: string; subtitle?: string; notes?: string},
): Slide {
  const slide = deck.addSlide({masterName: master});
  // A long one still ends above what it is the title of.
  const size = title.length > 90 ? {fontSize: 17} : {};
  slide.addText([{text: title, options: {...size, lang: locale()}}], {placeholder: 'title'});
  if (subtitle !== '')
    slide.addText(subtitle, {
      ...{x: slideSize.margin, y: 1.22, w: contentWidth, h: 0.3, margin: 0},
      ...{fontFace: fonts.text, fontSize: 12, color: colours.muted, valign: 'top'},
      lang: locale(),
    });
  if (notes !== '') slide.addNotes(notes);
  return slide;
}
