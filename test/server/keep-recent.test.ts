import {expect, test} from 'vitest';
import {keepRecent} from '../../src/server/keep-recent.ts';

test('an answer is made once, also for those who ask while it is made, until so many others were asked for', async () => {
  const kept = keepRecent<string>(2);
  const made: string[] = [];
  const ask = (key: string) =>
    kept.of(key, () => {
      made.push(key);
      return Promise.resolve(`of ${key}`);
    });
  expect(await Promise.all([ask('a'), ask('a'), ask('b')])).toEqual(['of a', 'of a', 'of b']);
  await ask('a');
  await ask('c');
  await ask('a');
  expect(made).toEqual(['a', 'b', 'c']);
  await ask('b');
  expect(made).toEqual(['a', 'b', 'c', 'b']);
});

test('what failed is made again', async () => {
  const kept = keepRecent<number>(2);
  await expect(kept.of('a', () => Promise.reject(new Error('busy')))).rejects.toThrow('busy');
  expect(await kept.of('a', () => Promise.resolve(1))).toBe(1);
});
