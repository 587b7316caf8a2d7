import {fieldLabel} from '../metrics/dimension.ts';
import type {LeftOutReason} from '../metrics/left-out-list.ts';
import type {Metric} from '../metrics/metric.ts';
import {joined} from './headline-sentence.ts';
import {phrase, t, translated} from '../wording/t.ts';

const labels: Record<LeftOutReason, string> = {
  request: phrase`Requests`,
  problem: phrase`Problems`,
  change: phrase`Changes`,
  other: phrase`Other records`,
  merged: phrase`Merged into another`,
  duplicate: phrase`Duplicates`,
  deleted: phrase`Deleted`,
  'child of a major incident': phrase`Children of a major incident`,
  'no opening time': phrase`Without an opening time`,
  cancelled: phrase`Cancelled`,
  open: phrase`Still open`,
  'no resolution time': phrase`Resolved without a time`,
  'not dated': phrase`Without the time that dates it`,
  'not yet': phrase`Dated after the data`,
  'not asked for': phrase`Outside its definition`,
  'impossible times': phrase`Times that cannot be`,
  'not recorded': phrase`Without what it needs`,
};

/** Why records are left out, in words: `Requests`, `Without recorded SLA verdict`. */
export function leftOutLabel(reason: LeftOutReason, of: Metric | null = null): string {
  if (reason === 'not recorded' && of && of.needs.length > 0)
    return t`Without ${joined(of.needs.map(fieldLabel).map(withoutArticle).map(translated))}`;
  return translated(labels[reason]);
}

function withoutArticle(text: string): string {
  return text.replace(/^a /, '');
}
