/** What survival rows carry beside `hours` and `is_over`. */
export interface SurvivalParts {
  /** Names of the columns that make a cohort: period and dimensions. */
  keys: readonly string[];
  /** The rows have `first_on`. */
  hasFirstDay: boolean;
  /** The rows have `is_open`; else whatever is not over counts as open. */
  hasOpen: boolean;
}

/**
 * Products of as many factors as there are incidents: what is half within a billionth is half. The
 * nearest values of a survival curve of n incidents without censoring are 1/n apart.
 */
const half = 'ln(0.5) + 1e-9';

/**
 * The Kaplan–Meier median of each cohort as SQL: the first time at which the estimated share of those
 * still going on is a half or less; null while it stays above. Kaplan and Meier, "Nonparametric
 * estimation from incomplete observations", Journal of the American Statistical Association 53 (1958),
 * 457–481. At equal times events come before what is censored, as there. A row of its own for each
 * event gives the same product as one for all events of a time: (r−1)/r · (r−2)/(r−1) = (r−2)/r.
 *
 * Columns: the keys, `first_on` where asked for, `value` (hours), `n` (rows with hours), `population`
 * (all rows), `open_count` (of n).
 * @param rows a query of `hours`, `is_over` and the parts, one row an incident
 */
export function survivalQuery(rows: string, {keys, hasFirstDay, hasOpen}: SurvivalParts): string {
  const cohort = keys.length > 0 ? `partition by ${keys.join(', ')} ` : '';
  const isOpen = hasOpen ? 'is_open' : 'not coalesce(is_over, false)';
  const columns = [
    ...keys,
    ...(hasFirstDay ? ['min(first_on) as first_on'] : []),
    `min(case when is_event = 1 and (at_risk = 1 or log_survival <= ${half}) then hours end) as value`,
    'count(hours) as n',
    'count(*) as population',
    'sum(open_one) as open_count',
  ];
  const group = keys.map((_, index) => index + 1).join(', ');
  return `select
  ${columns.join(',\n  ')}
from (
  select *,
    -- The last of all leaves nobody: its factor of 0 has no logarithm, and nothing comes after it.
    sum(case when is_event = 1 and at_risk > 1 then ln((at_risk - 1.0) / at_risk) else 0.0 end)
      over (${cohort}order by place rows between unbounded preceding and current row) as log_survival
  from (
    select *, count(hours) over (${cohort.trim()}) - place + 1 as at_risk
    from (
      select *,
        case when hours is not null and ${isOpen} then 1 else 0 end as open_one,
        case when hours is not null and is_over then 1 else 0 end as is_event,
        row_number() over (
          ${cohort}order by
            case when hours is null then 1 else 0 end, hours, case when is_over then 0 else 1 end
        ) as place
      from (
${rows}
      ) as observed
    ) as placed
  ) as exposed
) as surviving${keys.length > 0 ? `\ngroup by ${group}` : ''}`;
}
