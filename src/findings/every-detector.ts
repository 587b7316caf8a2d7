import {detectAgeing} from './ageing.ts';
import {detectBreachHolder} from './breach-holder.ts';
import {detectEscalation} from './escalation.ts';
import type {Detect} from './finding-context.ts';
import {detectHandover} from './handover.ts';
import {detectLoggingQuality} from './logging-quality.ts';
import {detectOnHoldParking} from './on-hold-parking.ts';
import {detectPrematureClosure} from './premature-closure.ts';
import {detectReadTogether} from './read-together.ts';
import {detectVolumeWithoutProblems} from './volume-without-problems.ts';

/** Every detector; the order does not matter, since facts are ranked. */
export const everyDetector: readonly Detect[] = [
  detectReadTogether,
  detectHandover,
  detectEscalation,
  detectPrematureClosure,
  detectOnHoldParking,
  detectAgeing,
  detectBreachHolder,
  detectVolumeWithoutProblems,
  detectLoggingQuality,
];
