import {UserError} from '../base/user-error.ts';

/** A file that is no export anyone can read: of no known header, of another kind, or without a table. */
export class NotAnExportError extends UserError {}
