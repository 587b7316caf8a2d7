import {expect, test} from 'vitest';
import type {Section} from '../../src/packs/data/block-sections.ts';
import {limitsText, titleOfAll} from '../../src/packs/slides/slide-words.ts';

function lines(...signals: string[]): Section[] {
  return signals.map((signal) => {
    const figure = {data: {chart: 'trend', rows: [{signal}]}};
    return {title: `A figure, ${signal}`, figure} as unknown as Section;
  });
}

test('a slide of several lines says how many stand out, and of a running period that nobody judges it', () => {
  expect(titleOfAll(lines('worse', 'common', 'better'), false)).toBe(
    '2 of 3 figures left what is usual',
  );
  expect(titleOfAll(lines('common', 'common'), false)).toBe('All 2 figures varied as usual');
  expect(titleOfAll(lines('too few', 'common'), false)).toBe(
    'There is too little history to say what is usual',
  );
  expect(titleOfAll(lines('none', 'common'), false)).toBe('A figure, none');
  expect(titleOfAll(lines('none', 'none'), true)).toBe('2 figures so far, not judged yet');
});

test('a slide says what its lines are only where it has them', () => {
  const line = (part: object) =>
    ({
      figure: {data: {chart: 'trend', rows: []}, range: null, target: null, ...part},
    }) as unknown as Section;
  const target = {value: 0.9, label: 'Target'};
  expect(limitsText([line({})])).toBe('');
  expect(limitsText([line({target})])).toBe('Green line: the target.');
  expect(limitsText([line({range: {}}), line({target})])).toBe(
    'Grey lines: the usual range and its centre. Green line: the target.',
  );
});
