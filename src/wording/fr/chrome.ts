import type {Wordings} from '../language.ts';

/** What stands around every page, and the words all pages share. */
export const chrome: Wordings = {};
