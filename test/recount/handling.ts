import type {Config} from '../../src/config/config.ts';
import {changesOf} from './change.ts';
import type {GroupName} from './group-names.ts';
import type {Record} from './record.ts';

/** Who had the incident, in order. */
export interface Handling {
  /** Names; a group twice in a row stands once. */
  groups: string[];
  /** How high each of them is, 1 for the first level; null where nobody said. */
  levels: (number | null)[];
  reassignmentCount: number;
}

const tiers = ['L1', 'L2', 'L3', 'vendor'];

/** The groups an incident went through: the first is what the first change changed (DECISIONS 13). */
export function handlingOf(record: Record, config: Config, nameOf: GroupName): Handling {
  const changes = changesOf(record, 'assignment_group');
  const [first] = changes;
  const values = first
    ? [first.from, ...changes.map(({to}) => to)]
    : [record.newest.assignment_group];
  const groups = values
    .filter((value) => value !== null)
    .map((value) => nameOf(record, value))
    .filter((group, index, all) => group !== all[index - 1]);
  const passedOn = Math.max(0, groups.length - 1);
  return {
    groups,
    levels: groups.map((group) => levelOf(group, config)),
    reassignmentCount: record.newest.reassignment_count ?? passedOn,
  };
}

/** The tier that settings give a group, else the first for what is called like a service desk. */
export function levelOf(group: string, {tiers: stated, deskPattern}: Config): number | null {
  const tier = stated.find((each) => each.group === group)?.tier;
  if (tier !== undefined) return tiers.indexOf(tier) + 1;
  return new RegExp(deskPattern, 'iu').test(group) ? 1 : null;
}

/** A → B → A. */
export function isPingPong({groups}: Handling): boolean {
  return groups.some((group, index) => group === groups[index + 2]);
}
