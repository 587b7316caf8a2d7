import type {Slide} from './pptx.ts';
import type {Section} from '../data/block-sections.ts';
import {nativeCharts} from '../data/native-chart.ts';
import {eventCount, mostEvents} from './chart-series.ts';
import type {Place} from './place.ts';
import {blockName} from '../workbook/block-name.ts';
import {colours, contentWidth, fonts, slideSize} from './slide-deck.ts';
import {t} from '../../wording/t.ts';
import {locale} from '../../wording/locale.ts';

/** Two lines of a slide's title. */
const longestTitle = 165;

/** Of two sections as sentences, where both have room; null where they have none. */
export function joinedTitle(sections: readonly Section[]): string | null {
  const told = [...new Set(sections.map(({title}) => title))].join('. ');
  return sections.length === 2 && told.length <= longestTitle ? told : null;
}

/** The title of a slide with several sections that have their own: how many figures stand out, else what they are. */
export function titleOfAll(sections: readonly Section[], isRunning: boolean): string {
  const signals = sections.map(lastSignal);
  if (signals.includes(null)) return sections.map(nameOf).join(' · ');
  if (isRunning) return t`${sections.length} figures so far, not judged yet`;
  const standing = signals.filter((signal) => signal === 'better' || signal === 'worse').length;
  if (standing > 0) return t`${standing} of ${sections.length} figures left what is usual`;
  if (signals.every((signal) => signal === 'common'))
    return t`All ${sections.length} figures varied as usual`;
  // Where neither direction is an improvement, the first figure's own title says most.
  return signals.includes('too few')
    ? t`There is too little history to say what is usual`
    : (sections[0]?.title ?? '');
}

function nameOf({id, table}: Section): string {
  return blockName(id, table.columns[0]?.label);
}

/** Of a line by period, how its last point stands to what is usual; null for anything else. */
function lastSignal({figure}: Section): string | null {
  return figure?.data.chart === 'trend' ? (figure.data.rows.at(-1)?.signal ?? null) : null;
}

/** A section's own title and what it is of, where it shares a slide; without a title the slide has it. */
export function addHeading(
  slide: Slide,
  {title, subtitle}: {title: string | null; subtitle: string},
  place: Place,
): Place {
  const height = title === null ? 0.32 : 0.62;
  const heading = {fontFace: fonts.title, fontSize: 13, color: colours.ink, breakLine: true};
  slide.addText(
    [
      ...(title === null ? [] : [{text: title, options: heading}]),
      {
        text: subtitle,
        options: {fontFace: fonts.text, fontSize: title === null ? 12 : 10, color: colours.muted},
      },
    ],
    {...place, h: height, margin: 0, valign: 'top', fit: 'shrink', lang: locale()},
  );
  return {...place, y: place.y + height, h: place.h - height};
}

/** Small print, the width of the slide or of its part. */
export function addNote(
  slide: Slide,
  text: string,
  y: number,
  {x, w}: Pick<Place, 'x' | 'w'> = {x: slideSize.margin, w: contentWidth},
): void {
  if (text === '') return;
  slide.addText(text, {
    ...{x, y, w, h: y > 6.8 ? 0.2 : 0.45, margin: 0, valign: 'top', fit: 'shrink'},
    ...{fontFace: fonts.text, fontSize: w < contentWidth ? 10 : 11, color: colours.muted},
    lang: locale(),
  });
}

/** What a figure is of; bars have no line for their target, and not every event has room. */
export function subtitleOf({figure, subtitle}: Section): string {
  if (figure?.data.chart === 'bars' && figure.target) return `${subtitle} · ${figure.target.label}`;
  return figure && eventCount(figure) > mostEvents
    ? t`${subtitle}; the last ${mostEvents} are drawn`
    : subtitle;
}

/** What the lines without a legend are, of all figures of a slide; empty where there are none. */
export function limitsText(sections: readonly Section[]): string {
  const lines = sections.flatMap(({figure}) =>
    figure && nativeCharts[figure.data.chart]?.type === 'line' ? [figure] : [],
  );
  return [
    lines.some(({range}) => range) ? t`Grey lines: the usual range and its centre.` : '',
    lines.some(({target}) => target) ? t`Green line: the target.` : '',
  ]
    .filter((text) => text !== '')
    .join(' ');
}
