import type {Wordings} from '../language.ts';

/** Problem candidates, fixes and decisions about them. */
export const candidates: Wordings = {};
