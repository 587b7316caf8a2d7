import {quoteText} from '../warehouse/quote.ts';
import type {FlagRule} from './connector.ts';

/** The text of a column; `cleanRows` has trimmed it and made blanks nothing. */
export function textSql(column: number): string {
  return `c${column}`;
}

/**
 * A text unless it is one of those that mean nothing is there. Never as `not in (…)`: the engine makes a join of
 * each, which for the 300 columns of a Jira issue was measured to take 15 s however few the rows.
 */
export function unlessNull(text: string, nulls: readonly string[]): string {
  const isFilled = nulls.map((empty) => `${text} <> ${quoteText(empty)}`).join(' and ');
  return isFilled === '' ? text : `case when ${isFilled} then ${text} end`;
}

/** The filled cells of a repeated header, joined by commas; nothing when all are empty. */
export function joinedSql(columns: readonly number[]): string {
  return `nullif(concat_ws(', ', ${columns.map(textSql).join(', ')}), '')`;
}

/** The filled texts of a repeated header: one as it is, several as a JSON list. */
export function listSql(texts: readonly string[]): string {
  const cells = texts.join(', ');
  const filled = `list_filter([${cells}], lambda cell: cell is not null)`;
  return `case when coalesce(${cells}) is null then null when len(${filled}) = 1 then coalesce(${cells})
    else to_json(${filled})::varchar end`;
}

/**
 * What a reference cell names: an answer's `{"display_value": …, "value": …}`, also as a script prints it in single
 * quotes, gives its name, else its id; any other text is itself.
 */
export function referenceSql(cell: string): string {
  const inJson = (name: string) => `nullif(json_extract_string(${cell}, '$.${name}'), '')`;
  const printed = (name: string) => {
    const quoted = (mark: string) => quoteText(`'${name}': ${mark}([^${mark}]*)${mark}`);
    return [`'`, `"`].map((mark) => `nullif(regexp_extract(${cell}, ${quoted(mark)}, 1), '')`);
  };
  const names = ['display_value', 'value'];
  return `case when not starts_with(${cell}, '{') then ${cell}
    when json_valid(${cell}) then coalesce(${names.map(inJson).join(', ')}, ${cell})
    else coalesce(${names.flatMap(printed).join(', ')}, ${cell}) end`;
}

const yes = ['true', 'yes', 'y', '1', 'x', 'ja', 'oui', 'si', 'sí', 'sim', 'evet', 'wahr', 'vrai'];
const no = ['false', 'no', 'n', '0', 'nein', 'nee', 'non', 'não', 'hayır', 'falsch', 'faux'];

/** Yes, no, or null for anything else, which is then counted and shown. */
export function flagSql(cell: string, rule: Pick<FlagRule, 'yes' | 'no'>): string {
  const words = (list: string[]) => list.map((word) => quoteText(word.toLowerCase())).join(', ');
  const others = rule.no ? words(rule.no) : words(no);
  return `case when lower(${cell}) in (${words(rule.yes ?? yes)}) then true when lower(${cell}) in (${others}) then false end`;
}

/** A duration in seconds; null where it can't be read. */
export function durationSql(
  cell: string,
  unit: 's' | 'min' | 'h' | 'ms' | 'hms' | 'epoch',
): string {
  const number = `try_cast(${cell} as double)`;
  switch (unit) {
    case 's':
      return number;
    case 'min':
      return `60 * ${number}`;
    case 'h':
      return `3600 * ${number}`;
    case 'ms':
      return `${number} / 1000`;
    case 'epoch':
      return `epoch(try_cast(${cell} as timestamp))`;
    case 'hms': {
      const part = (index: number) => `split_part(ltrim(${cell}, '-+'), ':', ${index})`;
      const seconds = `coalesce(try_cast(nullif(${part(3)}, '') as double), 0)`;
      const sign = `case when ${cell} like '-%' then -1 else 1 end`;
      return `(${sign}) * (3600 * try_cast(${part(1)} as double) + 60 * try_cast(${part(2)} as double) + ${seconds})`;
    }
  }
}
