import type {PageContext} from './page-context.ts';
import {pageHref} from './link.ts';

/** The incidents behind an SLA figure of the page's period and filters; null choices are left out. */
export function slaHref(
  {period, request}: PageContext,
  choices: Readonly<Record<string, string | null | undefined>>,
): string {
  return pageHref('/incidents', {
    choices: said(choices),
    period: period?.id ?? null,
    where: request.where,
  });
}

/** The same of running clocks, which belong to a moment and to no period. */
export function atRiskHref(
  {request}: PageContext,
  choices: Readonly<Record<string, string | null | undefined>>,
): string {
  const at = request.choices?.at;
  return pageHref('/incidents', {
    choices: said({sla: 'at-risk', ...choices, at}),
    where: request.where,
  });
}

function said(choices: Readonly<Record<string, string | null | undefined>>) {
  const pairs = Object.entries(choices);
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => !!pair[1]));
}
