import {everyDetector} from './every-detector.ts';
import type {FindingContext} from './finding-context.ts';
import type {FoundFact} from './finding.ts';
import {mergeCauses} from './merge-causes.ts';
import {byWeight, isHeavy} from './weight.ts';

/** What all detectors tell of one period: one fact a cause, the most consequential first. */
export async function findFacts(context: FindingContext): Promise<FoundFact[]> {
  const found = await Promise.all(everyDetector.map((detect) => detect(context)));
  return mergeCauses(found.flat().filter(isHeavy).sort(byWeight));
}
