import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {monthly} from '../../dashboards/monthly.ts';
import {weekly} from '../../dashboards/weekly.ts';
import {packagePath} from '../../src/base/package-root.ts';
import {ageBands, dimensions} from '../../src/metrics/dimension.ts';
import {parseHeader} from '../../src/models/header.ts';
import type {BlockSpec, Page} from '../../src/pages/page.ts';
import {dimensions as frenchDimensions} from '../../src/wording/fr/dimensions.ts';
import {french} from '../../src/wording/fr/french.ts';
import {metrics as frenchMetrics} from '../../src/wording/fr/metrics.ts';
import {wordingsInSource} from './wordings-in-source.ts';
import {blockName} from '../../src/packs/workbook/block-name.ts';

const english = new Set([
  ...wordingsInSource().keys(),
  ...[weekly, monthly].flatMap(titlesOf),
  ...[weekly, monthly].flatMap(({blocks}) => blocks.flatMap(sheetsOf)),
  ...ageBands,
  ...auditSentences(),
]);

/** The others are of metrics and dimensions, by their ids. */
function isCatalogue(name: string): boolean {
  return !['french.ts', 'metrics.ts', 'dimensions.ts'].includes(name);
}

describe('French wordings', () => {
  test('are there for every text that the source marks', () => {
    expect([...english].filter((key) => !(key in french))).toEqual([]);
  });

  test('of one text are told once: the later of two would be told for both', async () => {
    const places = readdirSync(packagePath('src', 'wording', 'fr')).filter(isCatalogue);
    const parts = await Promise.all(
      places.map(
        async (name) =>
          (await import(join(packagePath('src', 'wording', 'fr'), name))) as Record<string, object>,
      ),
    );
    const keys = parts.flatMap((part) => Object.values(part).flatMap((each) => Object.keys(each)));
    expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([]);
  });

  test('are of texts that something says', () => {
    expect(Object.keys(french).filter((key) => !english.has(key))).toEqual([]);
  });

  test('have the holes of the English', () => {
    const off = Object.entries(french).filter(
      ([key, wording]) => holesIn(wording).join() !== holesIn(key).join(),
    );
    expect(off.map(([key]) => key).filter((key) => !saidInWords.includes(key))).toEqual([]);
  });

  test('name every metric and dimension that ships', () => {
    const files = readdirSync(packagePath('sql/metrics')).map((name) => name.replace('.sql', ''));
    expect(Object.keys(frenchMetrics).sort()).toEqual(files.sort());
    expect(Object.keys(frenchDimensions)).toEqual(dimensions.map(({id}) => id));
  });
});

/** “One of five” needs no count, and “every week” is “every period”. */
const saidInWords = [
  '{0} of {1} fixes shows the effect: about {2} saved so far',
  'The backlog adds up in every {0}',
  'The account of every {0}, newest first',
];

/** The numbers of its holes, each once. */
function holesIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\d+)/g)].map(([, place = '']) => place))].sort();
}

function titlesOf({title, question, blocks}: Page): string[] {
  return [title, question, ...blocks.flatMap(questionsOf)];
}

function questionsOf(block: BlockSpec): string[] {
  if (block.block === 'columns') return block.blocks.flatMap(questionsOf);
  return 'question' in block ? [block.question] : [];
}

/** The names of the sheets of a workbook. */
function sheetsOf(block: BlockSpec): string[] {
  if (block.block === 'columns') return block.blocks.flatMap(sheetsOf);
  return 'id' in block ? [blockName(block.id)] : [];
}

/** What the data notes tell where an audit fails. */
function auditSentences(): string[] {
  const folder = packagePath('sql/audits');
  return readdirSync(folder).map((name) => {
    const sentence = parseHeader(readFileSync(join(folder, name), 'utf8')).sentences.join(' ');
    return sentence.replace(/\.?$/, '.');
  });
}
