import type {Finding} from '../findings/finding.ts';
import {readFindings} from '../findings/read-findings.ts';
import {parsePeriod} from '../time/period.ts';
import type {PageContext} from './page-context.ts';

/** The findings of a week or month; of the last whole week where no period is named. */
export async function findingsOf(
  context: PageContext,
  period: string | null,
  where: PageContext['request']['where'] = [],
): Promise<Finding[]> {
  const named = period === null ? null : parsePeriod(period);
  const grain = named?.grain === 'month' ? 'month' : 'week';
  const scope = {grain, period: named?.grain === grain ? period : null, where} as const;
  return context.findings ? context.findings(scope) : readFindings(context, scope);
}
