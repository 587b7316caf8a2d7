import fc from 'fast-check';

/** An incident as the test means it; null where the tool knows nothing. */
export interface Incident {
  number: string;
  title: string | null;
  description: string | null;
  status: string;
  priority: string | null;
  assignee: string | null;
  location: string | null;
  note: string | null;
  is_major: boolean | null;
  reopen_count: number | null;
  satisfaction: number | null;
  opened_at: Date;
  resolved_at: Date | null;
  updated_at: Date | null;
  /** Written as milliseconds since 1970 in every file. */
  occurred_at: Date | null;
}

export const texts = ['title', 'description', 'assignee', 'location', 'note'] as const;
export const times = ['opened_at', 'resolved_at', 'updated_at'] as const;
export const statuses = ['New', 'In progress', 'On hold', 'Resolved', 'Closed'];

/** What a cell must not be mistaken for, in plain ASCII. */
const hardTexts = [
  '=SUM(A1:A2)',
  "'=1+1",
  "'quoted'",
  '"quoted"',
  'a "quoted" word',
  'ends with a quote"',
  '"begins with one',
  '""',
  '"',
  'comma, semicolon; tab\tpipe | all',
  'two\nlines',
  'a\n\nblank line',
  'line "one",\n"line two"',
  '\\',
  'back\\slash "and\\" quote',
  'null',
  'NaN',
  'true',
  '007',
  '1e5',
  '-0',
  '1,5',
  '2024-01-01',
  '31/12/2024 23:59',
  '{"a": 1}',
  "{'display_value': 'x'}",
  '[1, 2]',
  '<b>bold</b> & <![CDATA[x]]>',
  '&amp; &lt;',
  ']]>',
  '#REF!',
  '_x000D_ and _x0041_',
  '%s %d',
  "Robert'); drop table x;--",
  '-- comment',
  '#comment',
  '+49 89 1234',
  '@home',
];

/**
 * Any table of incidents whose texts are made of `letters` besides ASCII.
 * @param letters characters that the file's encoding has
 * @param sentences texts that stand in every table, for a file whose encoding has to be guessed
 */
export function incidentTables(
  letters: readonly string[],
  sentences: readonly string[] = [],
): fc.Arbitrary<Incident[]> {
  const ascii = fc.string({minLength: 1, maxLength: 20, unit: 'grapheme-ascii'});
  const own = letters.length > 0 ? fc.constantFrom(...letters) : fc.constantFrom('a', 'b');
  const words = fc.array(fc.oneof(ascii, own), {minLength: 1, maxLength: 12});
  const text = fc.oneof(
    {weight: 6, arbitrary: words.map((parts) => parts.join(''))},
    {weight: 4, arbitrary: fc.constantFrom(...hardTexts)},
    {weight: 1, arbitrary: words.map((parts) => parts.join(' ').repeat(400))},
    {weight: 1, arbitrary: words.map((parts) => `  ${parts.join('\n')} `)},
  );
  const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, {nil: null, freq: 3});
  const at = fc.date({
    min: new Date('1999-01-01T00:00:00Z'),
    max: new Date('2037-12-31T00:00:00Z'),
    noInvalidDate: true,
  });
  const incident = fc.record({
    title: text,
    description: optional(text),
    status: fc.constantFrom(...statuses),
    priority: optional(fc.constantFrom('P1', 'P2', 'P3', 'P4', 'P5')),
    assignee: optional(text),
    location: optional(text),
    note: optional(text),
    is_major: optional(fc.boolean()),
    reopen_count: optional(fc.integer({min: 0, max: 99})),
    satisfaction: optional(fc.integer({min: -400, max: 400}).map((quarter) => quarter / 4)),
    opened_at: at,
    resolved_at: optional(at),
    updated_at: optional(at),
    occurred_at: optional(at),
  });
  return fc.array(incident, {minLength: 1, maxLength: 25}).map((incidents) =>
    incidents.map((one, index): Incident => ({
      ...one,
      number: `T-${index + 1}`,
      title: sentences[index] ?? one.title,
    })),
  );
}
