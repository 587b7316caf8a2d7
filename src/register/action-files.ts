import {UserError} from '../base/user-error.ts';
import type {Workspace} from '../config/workspace.ts';
import {
  actionName,
  actionStatuses,
  type Action,
  type ActionFilter,
  type ActionOrigin,
} from './action.ts';
import {insertComment, selectComments, type ActionComment} from './action-comments.ts';
import {selectActionRows, writeActionRow} from './action-rows.ts';
import {
  insertVerification,
  selectVerifications,
  type StoredVerification,
} from './action-verifications.ts';
import {addToTrail} from './audit-trail.ts';
import {checkAction} from './check-action.ts';
import {changeRegister, readRegister} from './register-file.ts';

/** An action as a row of a file: everything that holds, as plain values. */
export interface ActionRow {
  action: string;
  action_id: string;
  version: number;
  title: string;
  status: string;
  owner: string;
  due_on: string | null;
  metric: string;
  /** JSON. */
  segment: string;
  candidate: string | null;
  baseline_from: string;
  baseline_to: string;
  baseline_value: number;
  target_value: number;
  effect_on: string;
  effort_days: number | null;
  cost: number | null;
  notes: string;
  /** JSON. */
  origin: string;
  created_by: string;
  created_at: string;
  changed_by: string;
  changed_at: string;
}

/** An action with all that was said and found about it: what the JSON export holds. */
export interface ExportedAction extends ActionRow {
  comments?: Omit<ActionComment, 'actionNo' | 'commentNo'>[];
  verifications?: Omit<StoredVerification, 'actionNo' | 'verificationNo'>[];
}

export function actionRow(action: Action): ActionRow {
  return {
    action: actionName(action.actionNo),
    action_id: action.actionId,
    version: action.version,
    title: action.title,
    status: action.status,
    owner: action.owner,
    due_on: action.dueOn,
    metric: action.metric,
    segment: JSON.stringify(action.where),
    candidate: action.candidateNo === null ? null : `PC-${action.candidateNo}`,
    baseline_from: action.baselineFrom,
    baseline_to: action.baselineTo,
    baseline_value: action.baselineValue,
    target_value: action.targetValue,
    effect_on: action.effectOn,
    effort_days: action.effortDays,
    cost: action.cost,
    notes: action.notes,
    origin: JSON.stringify(action.origin),
    created_by: action.createdBy,
    created_at: action.createdAt.toISOString(),
    changed_by: action.changedBy,
    changed_at: action.changedAt.toISOString(),
  };
}

/** Every action with its comments and verdicts. */
export async function exportActions(workspace: Workspace): Promise<ExportedAction[]> {
  return readRegister(
    workspace,
    async (session) => {
      const [actions, comments, verifications] = [
        await selectActionRows(session),
        await selectComments(session),
        await selectVerifications(session),
      ];
      const isOf =
        ({actionNo}: Action) =>
        (each: {actionNo: number}) =>
          each.actionNo === actionNo;
      return actions.map((action) => ({
        ...actionRow(action),
        comments: comments
          .filter(isOf(action))
          .map(({actionNo: _, commentNo: __, ...comment}) => comment),
        verifications: verifications
          .filter(isOf(action))
          .map(({actionNo: _, verificationNo: __, ...found}) => found),
      }));
    },
    {absent: []},
  );
}

export interface ImportedAction {
  /** What it is called in the file, and here. */
  action: string;
  as: string;
  outcome: 'added' | 'unchanged' | 'conflict';
  /** Of a conflict: what differs. */
  differs: string[];
}

/**
 * Brings actions in from a file. One whose id is known is never changed: where it reads otherwise here, that
 * is reported as a conflict for a person to settle. All of the file, or nothing of it.
 * @throws UserError for a row that is no action, naming it
 */
export async function importActions(
  workspace: Workspace,
  rows: readonly ExportedAction[],
  {by, now}: {by: string; now: () => Date},
): Promise<ImportedAction[]> {
  const read = rows.map((row, place) => ({row, action: actionFrom(row, place + 1)}));
  if (read.length === 0) return [];
  return changeRegister(workspace, async (session) => {
    const all = await selectActionRows(session);
    const done: ImportedAction[] = [];
    for (const {row, action} of read) {
      const known = all.find(({actionId}) => actionId === action.actionId);
      if (known) {
        const differs = differencesBetween(known, action);
        const outcome = differs.length === 0 ? 'unchanged' : 'conflict';
        done.push({action: row.action, as: actionName(known.actionNo), outcome, differs});
        continue;
      }
      const isFree = all.every(({actionNo}) => actionNo !== action.actionNo);
      const next = Math.max(0, ...all.map(({actionNo}) => actionNo)) + 1;
      const added = {...action, actionNo: isFree ? action.actionNo : next};
      await writeActionRow(session, added);
      const subject = actionName(added.actionNo);
      await addToTrail(session, {
        ...{what: 'imported action', subject, before: null, after: added, by, at: now()},
      });
      for (const comment of row.comments ?? [])
        await insertComment(session, {
          ...{...comment, actionNo: added.actionNo, at: new Date(comment.at)},
        });
      for (const found of row.verifications ?? [])
        await insertVerification(session, {
          ...{...found, actionNo: added.actionNo},
          ...{verifiedAt: new Date(found.verifiedAt), asOf: new Date(found.asOf)},
        });
      all.push(added);
      done.push({action: row.action, as: subject, outcome: 'added', differs: []});
    }
    return done;
  });
}

/** Fields that say the same thing otherwise; the number is only what it is called here. */
function differencesBetween(known: Action, action: Action): string[] {
  const [here, there] = [actionRow(known), actionRow(action)];
  return (Object.keys(here) as (keyof ActionRow)[]).filter(
    (name) => name !== 'action' && here[name] !== there[name],
  );
}

/** @throws UserError naming the row and the field that can't be read */
function actionFrom(row: ExportedAction, place: number): Action {
  const fail = (name: string): never => {
    throw new UserError(
      `Row ${place} of the file is no action: its ${name} can’t be read.`,
      'Export the register anew, or correct the row; nothing of the file was brought in.',
    );
  };
  const number = (name: keyof ActionRow) =>
    Number.isFinite(Number(row[name])) && row[name] !== null && row[name] !== ''
      ? Number(row[name])
      : fail(name);
  const instant = (name: keyof ActionRow) => {
    const at = new Date(String(row[name]));
    return Number.isNaN(at.getTime()) ? fail(name) : at;
  };
  const json = <T>(name: keyof ActionRow): T => {
    try {
      return JSON.parse(String(row[name])) as T;
    } catch {
      return fail(name);
    }
  };
  const whole = (name: string, text: string | null) =>
    Number(/^[A-Z]+-([1-9]\d{0,8})$/.exec(text ?? '')?.[1] ?? fail(name));
  const status = actionStatuses.find((each) => each === row.status) ?? fail('status');
  const orNull = (value: string | number | null) => (value === null || value === '' ? null : value);
  const action: Action = {
    actionNo: whole('action', row.action),
    actionId: row.action_id || fail('action_id'),
    version: number('version'),
    ...{title: row.title, status, owner: row.owner, metric: row.metric, notes: row.notes ?? ''},
    dueOn: orNull(row.due_on) as string | null,
    where: json<ActionFilter[]>('segment'),
    candidateNo: orNull(row.candidate) === null ? null : whole('candidate', row.candidate),
    baselineFrom: row.baseline_from,
    baselineTo: row.baseline_to,
    baselineValue: number('baseline_value'),
    targetValue: number('target_value'),
    effectOn: row.effect_on,
    effortDays: orNull(row.effort_days) === null ? null : number('effort_days'),
    cost: orNull(row.cost) === null ? null : number('cost'),
    origin: json<ActionOrigin>('origin'),
    ...{createdBy: row.created_by, createdAt: instant('created_at')},
    ...{changedBy: row.changed_by, changedAt: instant('changed_at')},
  };
  checkAction(action);
  return action;
}
