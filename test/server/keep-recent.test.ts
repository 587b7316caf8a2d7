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

test('an answer is told without being made once it is there', async () => {
  const kept = keepRecent<number>(2);
  const answer = kept.of('a', () => Promise.resolve(1));
  expect(kept.made('a')).toBeUndefined();
  await answer;
  expect(kept.made('a')).toBe(1);
  expect(kept.made('b')).toBeUndefined();
});

test('what failed is made again', async () => {
  const kept = keepRecent<number>(2);
  await expect(kept.of('a', () => Promise.reject(new Error('busy')))).rejects.toThrow('busy');
  expect(await kept.of('a', () => Promise.resolve(1))).toBe(1);
});
