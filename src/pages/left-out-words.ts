import {fieldLabel} from '../metrics/dimension.ts';
import type {LeftOutReason} from '../metrics/left-out-list.ts';
import type {Metric} from '../metrics/metric.ts';
import {joined} from './headline-sentence.ts';

const labels: Record<LeftOutReason, string> = {
  request: 'Requests',
  problem: 'Problems',
  change: 'Changes',
  other: 'Other records',
  merged: 'Merged into another',
  duplicate: 'Duplicates',
  deleted: 'Deleted',
  'child of a major incident': 'Children of a major incident',
  'no opening time': 'Without an opening time',
  cancelled: 'Cancelled',
  open: 'Still open',
  'no resolution time': 'Resolved without a time',
  'not dated': 'Without the time that dates it',
  'not yet': 'Dated after the data',
  'not asked for': 'Outside its definition',
  'impossible times': 'Times that cannot be',
  'not recorded': 'Without what it needs',
};

/** Why records are left out, in words: `Requests`, `Without recorded SLA verdict`. */
export function leftOutLabel(reason: LeftOutReason, of: Metric | null = null): string {
  if (reason === 'not recorded' && of && of.needs.length > 0)
    return `Without ${joined(of.needs.map(fieldLabel).map(withoutArticle))}`;
  return labels[reason];
}

function withoutArticle(text: string): string {
  return text.replace(/^a /, '');
}
