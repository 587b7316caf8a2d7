import {fill} from '../../src/wording/fill.ts';
import {dimensions} from '../../src/wording/fr/dimensions.ts';
import {french} from '../../src/wording/fr/french.ts';

/** What of a resolved page is for machines: addresses, ids, kinds, days. */
const machineKeys = new Set([
  ...['id', 'kind', 'href', 'definitionHref', 'metric', 'signal', 'assurance', 'unit', 'chart'],
  ...['align', 'tone', 'period', 'day', 'from', 'to', 'grain', 'zone', 'path', 'asOf', 'sql'],
  ...[
    'key',
    'news',
    'dimension',
    'options',
    'chosen',
    'state',
    'sorted',
    'sortHref',
    'previous',
    'next',
  ],
]);

/**
 * The texts that a resolved page, or the texts of a file, still say in English where French was asked for: those that are the same in both, when the
 * values of the data in them, numbers and words that both languages share are taken away.
 * @param data values that are nobody's words: names, titles, codes
 */
export function leftInEnglish(
  pages: {english: unknown; french: unknown},
  data: ReadonlySet<string>,
): string[] {
  const spoken = new Set<string>();
  for (const text of textsOf(pages.french)) spoken.add(text);
  const left = [...new Set(textsOf(pages.english))].filter(
    (text) => spoken.has(text) && !isData(text, data) && !isShared(text),
  );
  return left.sort();
}

/** Words that only English has: a sentence with one of them is worded in part. */
const englishWords =
  /\b(the|of|and|is|are|was|with|than|this|that|these|new|changed|week(?!-end)|from)\b/i;

/** The texts of a page or file in French that have an English word beside what the data says. */
export function halfInEnglish(page: unknown, data: ReadonlySet<string>): string[] {
  const values = [...data].filter((value) => englishWords.test(value));
  return [...new Set(textsOf(page))]
    .filter((text) => englishWords.test(text))
    .filter((text) =>
      englishWords.test(values.reduce((rest, value) => rest.replaceAll(value, ''), text)),
    )
    .sort();
}

function textsOf(value: unknown, key = ''): string[] {
  if (machineKeys.has(key)) return [];
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap((each) => textsOf(each, key));
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, each]) => textsOf(each, name));
}

/** Nothing but values of the data, numbers, units and signs: `PC-12 · Mail · Access`, `P2 3`. */
function isData(text: string, data: ReadonlySet<string>): boolean {
  if (data.has(text) || data.has(text.replace(/^(PC|A)-\d+ /, ''))) return true;
  const parts = text.split(/ · |; |, |: | → | \(|\)/);
  return parts.every(
    (part) => data.has(part) || isNumber(part.replace(/^(P\d|PC-\d+|A-\d+)\b/, '')),
  );
}

const units = new Set(['', 'h', 'min', 'n', 'CSV', 'Arrow', 'JSON', 'CET', 'CEST', 'UTC']);

function isNumber(text: string): boolean {
  const words = text.split(/[\s\d.,:–−+≥≤%×=/()]+/);
  return words.every((word) => units.has(word));
}

/** Said the same in both languages: `2 exceptions` is `{0} exceptions`. */
function isShared(said: string): boolean {
  const text = said.replace(/, note$|\.$/, '');
  const lower = text.toLowerCase();
  if (Object.values(dimensions).some(({label}) => label === lower)) return true;
  // Only what the wording makes of it: a key that nobody looked up is English.
  const [number = ''] = /\d[\d,.\u202f]*/.exec(text) ?? [];
  const wording = french[text] ?? french[number === '' ? text : text.replace(number, '{0}')];
  return wording !== undefined && fill(wording, [number]) === text;
}
