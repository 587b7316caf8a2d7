import type {ResolvedPage, ResolvedPeriod} from '../resolved-page.ts';
import type {ResolvedFilter} from '../page-state.ts';
import type {Chrome} from './chrome.ts';
import {t, translated} from '../../wording/t.ts';

/** Which period and which part of the records the page is about; works as links and a plain form. */
export function PeriodBar({page, chrome}: {page: ResolvedPage; chrome: Chrome}) {
  const {period, filters, against} = page;
  if (!period && filters.length === 0 && !chrome.action) return null;
  return (
    <div class="state">
      {period && <PeriodLinks period={period} />}
      {against && <Against options={against} />}
      {filters.length > 0 && <FilterForm page={page} />}
      {chrome.action && (
        <a class="action" href={chrome.action.href}>
          {translated(chrome.action.label)}
        </a>
      )}
    </div>
  );
}

function PeriodLinks({period}: {period: ResolvedPeriod}) {
  const {grain, label, range, isComplete, previous, next} = period;
  // A pack has no neighbours to go to.
  const isFrozen = previous === null && next === null;
  return (
    <nav class="period" aria-label={t`Period`}>
      {!isFrozen && (
        <Step
          href={previous}
          label={grain === 'week' ? t`Previous week` : t`Previous month`}
          rel="prev"
          sign="‹"
        />
      )}
      <p>
        <b>{label}</b> <span>{range}</span>
        {!isComplete && <em>{t` · still running, provisional`}</em>}
      </p>
      {!isFrozen && (
        <Step
          href={next}
          label={grain === 'week' ? t`Next week` : t`Next month`}
          rel="next"
          sign="›"
        />
      )}
    </nav>
  );
}

interface StepProps {
  href: string | null;
  label: string;
  rel: 'prev' | 'next';
  sign: string;
}

function Step({href, label, rel, sign}: StepProps) {
  if (href === null) {
    return (
      <span class="step" aria-hidden="true">
        {sign}
      </span>
    );
  }
  return (
    <a class="step" href={href} aria-label={label} rel={rel}>
      {sign}
    </a>
  );
}

function Against({options}: {options: NonNullable<ResolvedPage['against']>}) {
  return (
    <nav class="against" aria-label={t`Set beside`}>
      <span>{t`beside`}</span>
      {options.map(({label, href, isChosen}) => (
        <a href={href} aria-current={isChosen ? 'true' : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}

function FilterForm({page}: {page: ResolvedPage}) {
  const isFiltered = page.filters.some(({chosen}) => chosen.length > 0);
  return (
    <form class="filters" method="get" action={page.path} aria-label={t`Filters`}>
      {hiddenState(page).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {page.filters.map((filter) => (
        <FilterMenu filter={filter} />
      ))}
      {isFiltered && <a href={clearedPath(page)}>{t`Clear`}</a>}
    </form>
  );
}

function FilterMenu({filter}: {filter: ResolvedFilter}) {
  const {dimension, label, options, chosen} = filter;
  return (
    <details class="filter" name="filter">
      <summary class={chosen.length > 0 ? 'is-on' : undefined}>{summaryText(filter)}</summary>
      <fieldset>
        <legend>{label}</legend>
        <div class="options">
          {options.map((value) => (
            <label>
              <input
                type="checkbox"
                name={dimension}
                value={value}
                checked={chosen.includes(value)}
              />
              <span>{value === '' ? t`Not filled` : value}</span>
            </label>
          ))}
        </div>
        <button type="submit">{t`Apply`}</button>
      </fieldset>
    </details>
  );
}

function summaryText({label, chosen}: ResolvedFilter): string {
  if (chosen.length === 0) return label;
  const shown = chosen.slice(0, 2).map((value) => (value === '' ? t`not filled` : value));
  const more = chosen.length - shown.length;
  return t`${label}: ${shown.join(', ')}${more > 0 ? ` + ${more}` : ''}`;
}

function hiddenState({period, state}: ResolvedPage): [string, string][] {
  const kept = Object.entries(state ?? {});
  return period ? [['period', period.id], ...kept] : kept;
}

function clearedPath(page: ResolvedPage): string {
  const query = new URLSearchParams(hiddenState(page)).toString();
  return query === '' ? page.path : `${page.path}?${query}`;
}
