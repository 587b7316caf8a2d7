import {findDimension} from '../metrics/dimension.ts';
import type {SlaSet} from '../metrics/sla-set.ts';
import {capitalised} from './headline-sentence.ts';
import {definitionHref} from './link.ts';
import {bandLabel, overrideText} from './sla-words.ts';
import type {Fact} from './fact.ts';

/** The metric whose dimensions such a list is filtered by. */
export function slaMetric(set: SlaSet): string {
  return 'kind' in set && set.kind === 'response' ? 'sla_response' : 'sla_resolution';
}

/** What a list of SLA incidents is of: `resolution target missed · Payroll`. */
export function slaSetLabel(set: SlaSet): string {
  switch (set.set) {
    case 'clocks': {
      const verdict = set.verdict === 'breached' ? 'missed' : (set.verdict ?? 'judged');
      return dotted([`${set.kind} target ${verdict}`, set.policy]);
    }
    case 'at-risk':
      return dotted([
        `${set.kind === null ? 'running' : `running ${set.kind}`} clock`,
        set.band && (set.band === 'breached' ? 'past target' : `${bandLabel(set.band)} used`),
        set.at && `at ${set.at.replace('T', ' ')}`,
      ]);
    case 'comparison':
      return dotted([
        verdictPart('the tool says', set.recorded),
        verdictPart('recomputed', set.computed),
        set.reason && `reason: ${set.reason}`,
      ]);
    case 'used-by':
      return `${set.kind} target missed, time used by ${set.holder ?? 'nobody'}`;
    case 'what-if': {
      const words = {met: 'would be met', breached: 'would be missed'};
      return `${set.flip ? words[set.flip] : 'another verdict'}: ${overrideText(set.override)}`;
    }
  }
}

function verdictPart(who: string, verdict: 'met' | 'breached' | null | undefined): string | null {
  if (verdict === undefined) return null;
  return `${who} ${verdict === null ? 'nothing' : verdict === 'met' ? 'met' : 'missed'}`;
}

function dotted(parts: readonly (string | null | undefined)[]): string {
  return parts.filter(Boolean).join(' · ');
}

/** How they were found. */
export function slaSetLede(set: SlaSet): Fact[] {
  const metric = slaMetric(set);
  return [
    {text: `${definitionOf(set)} `},
    {text: 'How the clock is counted', href: definitionHref(metric)},
    {text: ' · '},
    {text: 'All of the SLA', href: '/sla'},
  ];
}

function definitionOf(set: SlaSet): string {
  switch (set.set) {
    case 'clocks':
      return 'Incidents by the day they were finally resolved, judged by our clock.';
    case 'at-risk':
      return 'Incidents that were open at the moment and whose clock ran; soonest due first.';
    case 'comparison':
      return 'Incidents by the day they were finally resolved: the tool’s verdict beside ours.';
    case 'used-by': {
      const by = findDimension(set.by)?.label ?? set.by;
      return `Incidents that missed their target and of whose used time this ${by} had a part.`;
    }
    case 'what-if':
      return `Incidents whose verdict would be another. ${capitalised(set.override.kind)} clocks are counted anew where the promise changes how they count.`;
  }
}
