import fc from 'fast-check';
import {expect, test} from 'vitest';
import {markedText} from '../../src/pages/marked-text.ts';

test('marks whole words only, wherever they stand', () => {
  expect(markedText('Print queue: queued print', ['queue', 'print'])).toEqual([
    {text: 'Print ', isMarked: false},
    {text: 'queue', isMarked: true},
    {text: ': queued ', isMarked: false},
    {text: 'print', isMarked: true},
  ]);
});

test('changes no letter, and never has two runs alike side by side', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), (text, words) => {
      const runs = markedText(text, words);
      expect(runs.map((run) => run.text).join('')).toBe(text);
      for (const [index, run] of runs.entries())
        expect(run.isMarked).not.toBe(runs[index - 1]?.isMarked);
    }),
  );
});
