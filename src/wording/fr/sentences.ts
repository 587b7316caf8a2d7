import type {Wordings} from '../language.ts';

/** Findings: headlines, verdicts and titles that state what a block shows. */
export const sentences: Wordings = {};
