import {describe, expect, test} from 'vitest';
import {isReadableIn, linesIn, tableLayout} from '../../src/packs/slides/table-layout.ts';

const sentence = 'Call the on-call engineer within a quarter of an hour of every P2 that comes in';

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

describe('the layout of a table on a slide', () => {
  test('uses all of the width, whatever the texts', () => {
    for (const rows of [[['a', 'b']], [[sentence, 'b']], [[sentence, sentence]]])
      for (const width of [3, 6, 12]) {
        const {widths} = tableLayout({labels: ['Action', 'Due'], rows}, {width, size: 12});
        expect(sum(widths)).toBeCloseTo(width, 6);
      }
  });

  test('breaks sentences before a date or a number', () => {
    const texts = {labels: ['Action', 'Due'], rows: [[sentence, '29 May 2026']]};
    const {widths, rowHeights} = tableLayout(texts, {width: 4, size: 12});
    expect(linesIn('29 May 2026', widths[1] ?? 0, 12)).toBe(1);
    expect(linesIn(sentence, widths[0] ?? 0, 12)).toBeGreaterThan(1);
    const short = tableLayout({...texts, rows: [['Call', '29 May 2026']]}, {width: 4, size: 12});
    expect(rowHeights[0]).toBeGreaterThan(short.rowHeights[0] ?? 9);
  });

  test('is readable where words stay whole', () => {
    const french = {
      labels: ['Priorité', 'n avant', 'n maintenant', 'Composition', 'Niveau', 'Ensemble'],
      rows: [['Total', '1 059', '1 183', '−8,5 h', '+4,0 h', '−4,5 h']],
    };
    expect(isReadableIn(french, {width: 5.6, size: 10})).toBe(true);
    expect(isReadableIn(french, {width: 4, size: 10})).toBe(false);
  });
});
