import {UserError} from '../base/user-error.ts';

/**
 * The number in `A-12`, which may be written without its letter.
 * @throws UserError 404 for anything else
 */
export function actionNumber(name: string): number {
  const digits = /^(?:a-)?([1-9]\d{0,8})$/i.exec(name.trim())?.[1];
  if (digits !== undefined) return Number(digits);
  throw new UserError(`“${name.slice(0, 40)}” is no action.`, 'Name one such as A-12.', 404);
}
