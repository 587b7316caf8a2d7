import type {Wordings} from '../language.ts';

/** What only packs say. */
export const packs: Wordings = {};
