import {formatValue} from '../charts/format.ts';
import type {Unit} from '../metrics/metric.ts';
import type {Finding} from './finding.ts';

/** What is new about a finding: `new this week`, `changed: 12.1 % a week ago`, `15.8 % a week ago`. */
export function newsText(
  {news, before}: Pick<Finding, 'news' | 'before'>,
  grain: 'week' | 'month',
  unit: Unit,
): string {
  if (news === 'new' || before === undefined) return `new this ${grain}`;
  const was = `${formatValue(before, unit)} a ${grain} ago`;
  return news === 'changed' ? `changed: ${was}` : was;
}
