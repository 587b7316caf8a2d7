import {changesOf} from './change.ts';
import {
  byOpening,
  byResolution,
  eachIncident,
  whereSourceTells,
  type Definition,
} from './definition.ts';
import {share, shareOfTold} from './figure.ts';
import type {Desk, Incident} from './incident.ts';

/** How incidents were handled: who and what helped, and what became of first guesses. */
export const handlingMetrics: {[id: string]: Definition} = {
  escalation_functional: whereSourceTells(shareOfTold, {
    at: byResolution,
    tells: ({record, handling: {levels}}) =>
      changesOf(record, 'assignment_group').length > 0 && levels.some((level) => level !== null),
    told: ({handling: {levels}}) =>
      levels.some((level, index) => isHigher(level, levels[index - 1])),
  }),
  escalation_hierarchical: whereSourceTells(shareOfTold, {
    at: byResolution,
    tells: (incident) => hasChange(incident, 'priority') || hasChange(incident, majorState),
    told: (incident) => isRaised(incident) || isDeclaredMajor(incident),
  }),
  recategorised_rate: corrections('category'),
  reprioritised_rate: corrections('priority'),
  problem_link_rate: eachIncident(share, {
    at: byResolution,
    told: ({record}) => record.newest.problem_id !== null,
  }),
  knowledge_rate: {
    summary: shareOfTold,
    facts: (desk) =>
      whereSourceTells(shareOfTold, {
        at: byResolution,
        tells: (incident) => isWithKnowledge(incident, desk),
        told: (incident) => isWithKnowledge(incident, desk),
      }).facts(desk),
  },
  automation_rate: whereSourceTells(shareOfTold, {
    at: byResolution,
    tells: ({record}) => record.newest.is_automated !== null,
    told: ({record}) => record.newest.is_automated === true,
  }),
  detected_by_monitoring: eachIncident(shareOfTold, {
    at: byOpening,
    told: ({record}, {config}) =>
      record.newest.channel === null
        ? null
        : new RegExp(config.monitoringPattern, 'iu').test(record.newest.channel),
  }),
};

const majorState = 'major_incident_state';

/** Changed from one value to another: filling an empty field is no correction. DECISIONS 29. */
function corrections(field: 'category' | 'priority'): Definition {
  return whereSourceTells(shareOfTold, {
    at: byOpening,
    tells: (incident) => hasChange(incident, field),
    told: ({record}) =>
      changesOf(record, field).some(({from, to}) => from !== null && to !== null && from !== to),
  });
}

function hasChange({record}: Incident, field: string): boolean {
  return changesOf(record, field).length > 0;
}

function isHigher(level: number | null, before: number | null | undefined): boolean {
  return level !== null && before != null && level > before;
}

/** P1 is above P2. What was undone later counts too: DECISIONS 22. */
function isRaised({record}: Incident): boolean {
  return changesOf(record, 'priority').some(
    ({from, to}) => from !== null && to !== null && to < from,
  );
}

function isDeclaredMajor({record}: Incident): boolean {
  return changesOf(record, majorState).some(({to}) => to === 'accepted');
}

/** With a linked article, or with a problem that is a known error: DECISIONS 24. */
function isWithKnowledge({record: {newest}}: Incident, {knownErrors}: Desk): boolean {
  return newest.knowledge_id !== null || knownErrors.has(`${newest.source} ${newest.problem_id}`);
}
