import {UserError} from '../base/user-error.ts';

/** Somebody else was faster: what was seen and what holds now, so that neither is lost. */
export class StaleEdit extends UserError {
  /** The state that was edited; null where the trail doesn't know it. */
  readonly seen: object | null;
  readonly current: object;

  constructor(message: string, {seen, current}: {seen: object | null; current: object}) {
    super(message, 'Look at what holds now, and make your change on that.', 409);
    this.seen = seen;
    this.current = current;
  }
}
