import {UserError} from '../base/user-error.ts';
import {isDay} from '../time/period.ts';
import {actionMoves, type ActionFields, type ActionStatus} from './action.ts';

/**
 * Refuses what no verification could ever be made of.
 * @throws UserError that names the field
 */
export function checkAction(fields: ActionFields): void {
  if (fields.title.trim() === '')
    throw new UserError('The action has no title.', 'Say in a sentence what is to be done.');
  if (fields.owner.trim() === '')
    throw new UserError('Nobody owns the action.', 'Name the person who sees to it.');
  for (const name of ['baselineFrom', 'baselineTo', 'effectOn'] as const)
    if (!isDay(fields[name]))
      throw new UserError(`“${fields[name].slice(0, 40)}” is no day.`, 'Write it like 2026-12-25.');
  if (fields.dueOn !== null && !isDay(fields.dueOn))
    throw new UserError(`“${fields.dueOn.slice(0, 40)}” is no day.`, 'Write it like 2026-12-25.');
  if (fields.baselineFrom >= fields.baselineTo)
    throw new UserError(
      'The baseline ends before it begins.',
      'Its first day comes before the day after its last.',
    );
  if (fields.baselineTo > fields.effectOn)
    throw new UserError(
      `The baseline goes to ${fields.baselineTo}, after the effect is expected (${fields.effectOn}).`,
      'Compare with days before the effect: end the baseline earlier, or expect the effect later.',
    );
  for (const name of ['baselineValue', 'targetValue'] as const)
    if (!Number.isFinite(fields[name]))
      throw new UserError(`The ${names[name]} is no number.`, 'Write it like 0.85 or 12.5.');
}

const names = {baselineValue: 'baseline value', targetValue: 'target'} as const;

/** @throws UserError 409 for a move there isn't, with those there are */
export function checkMove(from: ActionStatus, to: ActionStatus): void {
  if (from === to || actionMoves[from].includes(to)) return;
  throw new UserError(
    `An action that is ${from} can’t become ${to}.`,
    `It can become: ${actionMoves[from].join(', ')}.`,
    409,
  );
}
