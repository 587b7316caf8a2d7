import {formatValue} from '../charts/format.ts';
import type {Unit} from '../metrics/metric.ts';
import type {Finding} from './finding.ts';
import {t} from '../wording/t.ts';

/** What is new about a finding: `new this week`, `changed: 12.1 % a week ago`, `15.8 % a week ago`. */
export function newsText(
  {news, before}: Pick<Finding, 'news' | 'before'>,
  grain: 'week' | 'month',
  unit: Unit,
): string {
  if (news === 'new' || before === undefined)
    return grain === 'week' ? t`new this week` : t`new this month`;
  const value = formatValue(before, unit);
  const was = grain === 'week' ? t`${value} a week ago` : t`${value} a month ago`;
  return news === 'changed' ? t`changed: ${was}` : was;
}
