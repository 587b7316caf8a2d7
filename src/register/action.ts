/** What an improvement action can be; in this order it usually goes. */
export const actionStatuses = [
  'proposed',
  'agreed',
  'in progress',
  'done',
  'verified',
  'dropped',
] as const;
export type ActionStatus = (typeof actionStatuses)[number];

/** Where an action can go from each state. */
export const actionMoves: Readonly<Record<ActionStatus, readonly ActionStatus[]>> = {
  proposed: ['agreed', 'in progress', 'dropped'],
  agreed: ['in progress', 'done', 'proposed', 'dropped'],
  'in progress': ['done', 'agreed', 'dropped'],
  done: ['verified', 'in progress', 'dropped'],
  verified: ['done'],
  dropped: ['proposed'],
};

/** Still somebody's business: in every review until it is verified or dropped. */
export function isOpenStatus(status: ActionStatus): boolean {
  return status !== 'verified' && status !== 'dropped';
}

/** A part of the incidents; the same shape as a filter of a metric. */
export interface ActionFilter {
  dimension: string;
  /** Any of these; the empty string stands for "not filled". */
  values: readonly string[];
}

/** A published review pack in which something was decided. */
export interface PackReference {
  /** `weekly`, `monthly` or the name of the workspace's own. */
  kind: string;
  /** `2016-W12` or `2016-03`. */
  period: string;
  version: number;
}

/** Why an action was proposed: what was read where, word for word as it stood then. */
export interface ActionOrigin {
  kind: 'finding' | 'candidate' | 'figure' | 'other';
  /** Key of the finding, number of the candidate, id of the metric. */
  key: string | null;
  words: string;
  /** Where it can be read in the app. */
  href: string | null;
  /** The pack it was taken from. */
  pack: PackReference | null;
}

/** What a person may write of an action. */
export interface ActionFields {
  title: string;
  owner: string;
  /** Local day. */
  dueOn: string | null;
  /** Id of the metric that is to move. */
  metric: string;
  where: readonly ActionFilter[];
  /** Instead of a filter: the incidents of a problem candidate. */
  candidateNo: number | null;
  /** What it is compared with: local days, half-open. */
  baselineFrom: string;
  baselineTo: string;
  /** In the metric's unit, as it stood when the action was written down. */
  baselineValue: number;
  targetValue: number;
  /** From this local day on the effect is looked for. */
  effectOn: string;
  effortDays: number | null;
  /** In the workspace's currency. */
  cost: number | null;
  notes: string;
}

export interface Action extends ActionFields {
  actionNo: number;
  /** The same in every register it is taken to. */
  actionId: string;
  /** From 1, one more with each change. */
  version: number;
  status: ActionStatus;
  origin: ActionOrigin;
  createdBy: string;
  createdAt: Date;
  changedBy: string;
  changedAt: Date;
}

/** What people see of an action's number. */
export function actionName(actionNo: number): string {
  return `A-${actionNo}`;
}
