import type {Kpi} from './kpi.ts';

/** Metrics whose label says what happened, as the subject of a sentence. */
const subjects: Record<string, string> = {
  recurrence_rate: 'the share that came back within 30 days',
  reassignment_rate: 'the share reassigned',
  reopen_rate: 'the share reopened',
  ping_pong_rate: 'the share sent back and forth',
  problem_link_rate: 'the share linked to a problem',
  repeat_rate: 'the share of repeats',
  backlog: 'the backlog',
  backlog_aged: 'the aged share of the backlog',
  opened: 'the number opened',
  resolved: 'the number resolved',
  reopened: 'the number reopened',
};

/** A metric's name inside a sentence: `P2 resolution SLA`, `median time to resolve`. */
export function subjectOf({metric, part}: Pick<Kpi, 'metric' | 'part'>): string {
  const [head = metric.label, ...rest] = metric.label.split(', ');
  const named =
    rest.length > 0 ? `${rest.join(' ')} ${told(head.replace(/ met$/, ''))}` : told(head);
  const subject = subjects[metric.id] ?? named;
  const of = part.flatMap(({values}) => values).join(' ');
  if (of === '') return subject;
  return subject.startsWith('the ') ? `${subject} of ${of}` : `${of} ${subject}`;
}

/** Abbreviations keep their capitals. */
function told(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
