import type {Kpi} from './kpi.ts';
import {metricWords} from '../wording/language.ts';

/** Metrics whose label says what happened, as the subject of a sentence. */
const subjects: Record<string, string> = {
  automation_rate: 'the share resolved without people',
  backlog: 'the backlog',
  backlog_aged: 'the aged share of the backlog',
  backlog_breached: 'the number open past target',
  backlog_growth: 'the growth of the backlog',
  chronology_fault_rate: 'the share with impossible times',
  ci_coverage: 'the share with a CI',
  csat_response_rate: 'the share that answered on satisfaction',
  days_between_majors: 'the time between majors',
  detected_by_monitoring: 'the share detected by monitoring',
  escalation_functional: 'the share escalated to a higher tier',
  escalation_hierarchical: 'the share escalated in priority',
  hours_lost: 'the time lost',
  knowledge_rate: 'the share resolved with knowledge',
  major_count: 'the number of majors',
  major_mttr: 'mean time to resolve majors',
  mttr_active: 'mean time to resolve by the running clock',
  mttr_business: 'mean time to resolve in business hours',
  on_hold_share: 'the share of time on hold',
  opened: 'the number opened',
  ping_pong_rate: 'the share sent back and forth',
  premature_closure_rate: 'the share closed too early',
  priority_mismatch_rate: 'the share with a priority off the matrix',
  problem_link_rate: 'the share linked to a problem',
  reassignment_rate: 'the share reassigned',
  reassignments_mean: 'the mean number of reassignments',
  recategorised_rate: 'the share whose category changed',
  recurrence_rate: 'the share that came back within 30 days',
  reopen_rate: 'the share reopened',
  reopened: 'the number reopened',
  repeat_rate: 'the share of repeats',
  reprioritised_rate: 'the share whose priority changed',
  resolved: 'the number resolved',
  sla_disagreement: 'the share of SLA verdicts that differ',
  sla_recorded: 'SLA by the tool’s verdict',
  ttr_median_opened: 'median time to resolve with open ones',
  ttr_p90: 'the 90th percentile of time to resolve',
  vague_category_rate: 'the share with a vague category',
};

/** A metric's name inside a sentence: `P2 resolution SLA`, `median time to resolve`. */
export function subjectOf({metric, part}: Pick<Kpi, 'metric' | 'part'>): string {
  const of = part.flatMap(({values}) => values).join(' ');
  const worded = metricWords(metric.id)?.subject;
  if (worded !== undefined) return of === '' ? worded : `${worded} (${of})`;
  const [head = metric.label, ...rest] = metric.label.split(', ');
  const named =
    rest.length > 0 ? `${rest.join(' ')} ${told(head.replace(/ met$/, ''))}` : told(head);
  const subject = subjects[metric.id] ?? named;
  if (of === '') return subject;
  return subject.startsWith('the ') ? `${subject} of ${of}` : `${of} ${subject}`;
}

/** Abbreviations keep their capitals. */
function told(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
