import {detectAgeing} from './ageing.ts';
import {detectAnomalies} from './anomaly.ts';
import {detectBreachHolder} from './breach-holder.ts';
import {detectEscalation} from './escalation.ts';
import type {Detect} from './finding-context.ts';
import {detectHandover} from './handover.ts';
import {detectLoggingQuality} from './logging-quality.ts';
import {detectMovedByMix} from './moved-by-mix.ts';
import {detectOnHoldParking} from './on-hold-parking.ts';
import {detectPrematureClosure} from './premature-closure.ts';
import {detectReadTogether} from './read-together.ts';
import {detectSpecialCauses} from './special-cause.ts';
import {detectVolumeWithoutProblems} from './volume-without-problems.ts';

/** Every detector; the order does not matter, since facts are ranked. */
export const everyDetector: readonly Detect[] = [
  detectSpecialCauses,
  detectMovedByMix,
  detectAnomalies,
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
