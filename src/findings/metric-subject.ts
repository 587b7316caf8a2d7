import type {Metric} from '../metrics/metric.ts';
import {metricWords} from '../wording/language.ts';

const subjects: Record<string, string> = {
  opened: 'Incidents',
  mttr: 'Mean time to resolve',
  ttr_median: 'Median time to resolve',
  mtta: 'Time to first response',
  sla_resolution: 'Resolution SLA',
  sla_response: 'Response SLA',
  fcr: 'First-contact resolution',
  flr: 'First-level resolution',
  reopen_rate: 'The share reopened',
  recurrence_rate: 'The share that came back within 30 days',
  reassignment_rate: 'The share reassigned',
  escalation_functional: 'The share escalated to a higher tier',
};

/** A metric at the head of a sentence: `Resolution SLA`, `The share reopened`. */
export function metricSubject(metric: Pick<Metric, 'id' | 'label'>): string {
  const worded = metricWords(metric.id)?.subject;
  if (worded !== undefined) return worded.charAt(0).toUpperCase() + worded.slice(1);
  return subjects[metric.id] ?? metric.label;
}
