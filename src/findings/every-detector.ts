import type {Detect} from './finding-context.ts';
import {detectPrematureClosure} from './premature-closure.ts';

/** Every detector; the order does not matter, since facts are ranked. */
export const everyDetector: readonly Detect[] = [detectPrematureClosure];
