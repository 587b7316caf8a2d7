import {detectAnomalies} from './anomaly.ts';
import type {Finding} from './finding.ts';
import type {Detect, FindingContext} from './finding-context.ts';
import {detectMovedByMix} from './moved-by-mix.ts';
import {detectSpecialCauses} from './special-cause.ts';

const everyDetector: readonly Detect[] = [detectSpecialCauses, detectMovedByMix, detectAnomalies];

/** The facts of a period worth a sentence, the most consequential first. */
export async function readFindings(context: FindingContext): Promise<Finding[]> {
  const found = await Promise.all(everyDetector.map((detect) => detect(context)));
  return found.flat().map((fact): Finding => ({...fact, news: 'new'}));
}
