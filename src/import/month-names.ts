/** Names of months and day halves in one language, each with what English writes. */
export interface MonthNames {
  language: string;
  /** Lower-case name → English abbreviation (`feb`) or day half (`am`, `pm`); longest name first. */
  names: [string, string][];
}

const languages = [
  'de',
  'fr',
  'es',
  'it',
  'nl',
  'pt',
  'pt-BR',
  'tr',
  'pl',
  'sv',
  'da',
  'nb',
  'fi',
  'cs',
  'hu',
  'ro',
];
const english = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
];

/** The languages that exports were seen in, from the runtime's own tables. */
export const monthNames: readonly MonthNames[] = languages.map(namesIn);

/** A value with the language's month names and day halves in English. */
export function inEnglish(value: string, {names}: MonthNames): string {
  return names.reduce((text, [from, to]) => text.replaceAll(from, to), lower(value));
}

/** The same as SQL over the text `cell`. */
export function inEnglishSql(cell: string, {names}: MonthNames): string {
  const lowered = `lower(replace(${cell}, 'İ', 'i'))`;
  return names.reduce(
    (sql, [from, to]) => `replace(${sql}, '${from.replaceAll("'", "''")}', '${to}')`,
    lowered,
  );
}

function namesIn(language: string): MonthNames {
  const found = new Map<string, string>();
  english.forEach((month, index) => {
    const date = new Date(Date.UTC(2024, index, 15));
    for (const style of ['long', 'short'] as const)
      for (const options of [{month: style}, {month: style, day: 'numeric'}] as const)
        addName(found, partOf(date, language, options, 'month'), month);
  });
  for (const [hour, half] of [
    [9, 'am'],
    [21, 'pm'],
  ] as const) {
    const date = new Date(Date.UTC(2024, 0, 1, hour));
    addName(found, partOf(date, language, {hour: 'numeric', hour12: true}, 'dayPeriod'), half);
  }
  const names = [...found].filter(([from, to]) => from !== to);
  return {language, names: names.sort((a, b) => b[0].length - a[0].length)};
}

function addName(found: Map<string, string>, name: string, to: string): void {
  if (name === '' || /^\d/.test(name)) return;
  found.set(name, to);
  found.set(name.replaceAll('.', '').replace(/\s/g, ''), to);
  found.set(name.replace(/[\s\u00a0\u202f]/g, ' '), to);
}

function partOf(
  date: Date,
  language: string,
  options: Intl.DateTimeFormatOptions,
  type: string,
): string {
  const parts = new Intl.DateTimeFormat(language, {...options, timeZone: 'UTC'}).formatToParts(
    date,
  );
  return lower(parts.find((part) => part.type === type)?.value ?? '');
}

function lower(text: string): string {
  return text.replaceAll('İ', 'i').toLowerCase();
}
