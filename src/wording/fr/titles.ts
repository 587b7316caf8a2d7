import type {Wordings} from '../language.ts';

/** Titles and questions of pages and blocks, as `dashboards/` has them. */
export const titles: Wordings = {};
