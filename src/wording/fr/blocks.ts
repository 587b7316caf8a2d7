import type {Wordings} from '../language.ts';

/** The blocks of the weekly and monthly page, but for their titles. */
export const blocks: Wordings = {};
