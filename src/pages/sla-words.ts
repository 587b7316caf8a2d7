import {formatNumber, thinSpace} from '../charts/format.ts';
import type {RiskBand} from '../metrics/sla-at-risk.ts';
import {disagreementReasons, type DisagreementReason} from '../metrics/sla-comparison.ts';
import type {SlaKind} from '../metrics/sla-incidents.ts';
import type {SlaOverride} from '../metrics/sla-override.ts';

/**
 * `7.5 h`, `15 min`, `1,192 h`: working time, which has no days of 24 hours. Under a minute it is told
 * in seconds: a verdict may hang on them, and nothing is missed by 0 min.
 */
export function workingTime(seconds: number): string {
  const size = Math.abs(seconds);
  const sign = seconds < 0 ? '−' : '';
  if (size > 0 && size < 59.5) return `${sign}${formatNumber(Math.max(1, size))}${thinSpace}s`;
  if (Math.round(size / 60) < 60) return `${sign}${formatNumber(size / 60)}${thinSpace}min`;
  return `${sign}${formatNumber(size / 3600, size < 360_000 ? 1 : 0)}${thinSpace}h`;
}

/** A target in working time: a round number, `24 h`. */
export function targetTime(seconds: number): string {
  return workingTime(seconds).replace(/\.0(?=\D|$)/, '');
}

const bandLabels: Record<RiskBand, string> = {
  'under-50': `under 50${thinSpace}%`,
  '50-75': `50${thinSpace}–${thinSpace}75${thinSpace}%`,
  '75-90': `75${thinSpace}–${thinSpace}90${thinSpace}%`,
  '90-100': `90${thinSpace}–${thinSpace}100${thinSpace}%`,
  breached: 'past target',
};

export function bandLabel(band: RiskBand): string {
  return bandLabels[band];
}

/** What a policy is called where its target stands beside it: a plain target needs no name of its own. */
export function policyLabel(policy: string): string {
  return /^standard P\d$/.test(policy) ? '' : policy;
}

/** `P3 resolution within 2 business days, in business hours, without stopping`. */
export function overrideText(override: SlaOverride): string {
  const {kind, priority, policy, within, calendar, stops, counts} = override;
  const parts = [
    within ? `within ${within}` : '',
    calendar ? `in ${calendar}` : '',
    stops ? 'with a clock that never stops' : '',
    counts ? 'from the last change of priority' : '',
  ].filter((part) => part !== '');
  const of = [policy, priority, kindLabel(kind).toLowerCase()].filter(Boolean).join(' ');
  return `${of} ${parts.join(', ')}`.trim();
}

export function kindLabel(kind: SlaKind): string {
  return kind === 'response' ? 'Response' : 'Resolution';
}

const reasonTexts: Record<DisagreementReason, string> = {
  'missing time': 'The resolved time is not the recorded one',
  priority: 'The priority changed; the other reading agrees with the tool',
  reopening: 'It was reopened; without that time we agree with the tool',
  pause: 'A clock that never stops agrees with the tool',
  calendar: 'Another calendar of the workspace agrees with the tool',
  target: 'The tool’s due time is another',
  'legacy flag': 'The tool’s verdict is only a flag on the record',
  unexplained: 'None of the above',
};

/** Why the two verdicts differ, in words. */
export function reasonText(reason: string): string {
  const known = disagreementReasons.find((each) => each === reason);
  return known ? reasonTexts[known] : '';
}
