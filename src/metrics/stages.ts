import type {Session} from '../warehouse/database.ts';

export const stageRoles = ['in', 'out', 'on'] as const;
export type StageRole = (typeof stageRoles)[number];

/** A count of `marts.fct_stage`: what went into a stage, left it for a reason, or went on. */
export interface StageCount {
  source: string;
  /** From 1, in the order of the way from file to figure. */
  step: number;
  /** rows, landed, versions, records, incidents */
  stage: string;
  role: StageRole;
  /** What it is (`read`, `accepted`, `versions` …) or why it left (`rejected`, `request` …). */
  item: string;
  item_count: number;
}

/** Every stage of every source, in order; within a stage what came in, what left, what went on. */
export async function readStages(session: Session): Promise<StageCount[]> {
  return session.query<StageCount>(
    `select source, step, stage, role, item, item_count from marts.fct_stage
     order by source, step, list_position(['in', 'out', 'on'], role), item_count desc, item`,
  );
}

/** What a stage of a source loses: 0 when it foots, and when the next one starts with what went on. */
export interface StageResidual {
  source: string;
  stage: string;
  /** in − out − on */
  within: number;
  /** on − in of the next stage; 0 after the last. */
  onward: number;
}

export function stageResiduals(counts: readonly StageCount[]): StageResidual[] {
  const last = Math.max(0, ...counts.map(({step}) => step));
  const at = new Map<string, Record<StageRole, number> & {stage: string; source: string}>();
  const key = (source: string, step: number) => `${step} ${source}`;
  for (const {source, step, stage, role, item_count} of counts) {
    const sums = at.get(key(source, step)) ?? {source, stage, in: 0, out: 0, on: 0};
    at.set(key(source, step), {...sums, [role]: sums[role] + item_count});
  }
  return [...at].map(([id, {source, stage, in: entered, out, on}]) => {
    const step = Number(id.split(' ')[0]);
    const next = at.get(key(source, step + 1));
    return {
      source,
      stage,
      within: entered - out - on,
      onward: step < last ? on - (next?.in ?? 0) : 0,
    };
  });
}
