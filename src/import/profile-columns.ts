import type {Session} from '../warehouse/database.ts';
import {quoteName} from '../warehouse/quote.ts';

/** What the values of one column look like; counts are rows, shares are of the filled rows. */
export interface ColumnProfile {
  header: string;
  /** 0-based place in the file. */
  position: number;
  rowCount: number;
  filledCount: number;
  distinctCount: number;
  longest: number;
  /** Mean number of words a value. */
  meanWords: number;
  integerShare: number;
  numberShare: number;
  dateLikeShare: number;
  /** `INC0012345`, `ITSM-42`, a UUID, 32 hex digits. */
  identifierShare: number;
  emailShare: number;
  /** Two to four capitalised words, or `Surname, Given name`. */
  personShare: number;
  /** Commonest values first, at most 40. */
  commonest: {value: string; count: number}[];
  /** Up to three different values, spread over the file. */
  samples: string[];
}

/**
 * Patterns over the shape of a value: capitals as A, other letters as a, the rest as it stands. Letter classes
 * of Unicode inside repetitions were measured to take the engine 90 ms a column to compile.
 */
const shareTests = {
  integerShare: String.raw`^[+-]?\d{1,18}$`,
  numberShare: String.raw`^[+-]?\d+([.,]\d+)?\s?%?$`,
  dateLikeShare: String.raw`^([Aa]+\.?,? )?(\d{1,4}[./-](\d{1,2}|[Aa]+\.?)[./-]\d{1,4}|\d{1,2}\.? [Aa]+\.?,? \d{2,4}|[Aa]+\.? \d{1,2},? \d{4}|\d{8})([ T,A]+\d{1,2}[:.ha]\d{2}.*)?$`,
  identifierShare: String.raw`^([Aa]+[-_/#.]?\d{2,}|[Aa\d]+-\d+|#\d+|[Aa\d]{32}|[Aa\d]{8}(-[Aa\d]{4}){3}-[Aa\d]{12}|\d{4}[-/.]\d{3,}|[Aa]+[- /]?\d{2,4}[- /]?\d{3,})$`,
  emailShare: String.raw`^[^@\s]+@[^@\s]+\.[^@\s]+$`,
  personShare: String.raw`^A[Aa'’.-]+(,? A[Aa'’.-]*)+$`,
} as const;

/**
 * Profiles every column of a relation whose columns are all VARCHAR, in SQL: one pass over the
 * distinct values of each column.
 * @param relation a table or view name as SQL text
 * @param headers what the file calls each column; columns in order, names as in the relation
 */
export async function profileColumns(
  session: Session,
  relation: string,
  columns: readonly {name: string; header: string}[],
): Promise<ColumnProfile[]> {
  const profiles: ColumnProfile[] = [];
  for (const [position, {name, header}] of columns.entries()) {
    const [row] = await session.query<Omit<ColumnProfile, 'header' | 'position'>>(
      profileSql(relation, quoteName(name)),
    );
    profiles.push({...row!, header, position});
  }
  return profiles;
}

function profileSql(relation: string, column: string): string {
  const shares = Object.entries(shareTests).map(
    ([name, pattern]) =>
      `coalesce(sum(n) filter (regexp_matches(shape, '${pattern.replaceAll("'", "''")}')) / sum(n), 0)::double as "${name}"`,
  );
  return `
    with
    counted as (
      select nullif(trim(${column}), '') as value, count(*) as n, min(rowid_number) as first_row
      from (select ${column}, row_number() over () as rowid_number from ${relation})
      group by 1
    ),
    filled as (
      select *, regexp_replace(regexp_replace(value, '\\p{Lu}', 'A', 'g'), '\\p{Ll}', 'a', 'g') as shape
      from counted where value is not null
    ),
    spread as (
      select value, first_row, ntile(3) over (order by first_row) as part from filled
    )
    select
      (select coalesce(sum(n), 0) from counted)::integer as "rowCount",
      coalesce(sum(n), 0)::integer as "filledCount",
      count(*)::integer as "distinctCount",
      coalesce(max(length(value)), 0)::integer as longest,
      coalesce(sum(n * (1 + length(value) - length(replace(value, ' ', '')))) / sum(n), 0)::double as "meanWords",
      ${shares.join(',\n      ')},
      coalesce((select list({'value': value, 'count': n::integer} order by n desc, value)
        from (from filled order by n desc, value limit 40)), []) as commonest,
      coalesce((select list(value order by part) from (
        select part, arg_min(value, first_row) as value from spread group by part)), []) as samples
    from filled`;
}
