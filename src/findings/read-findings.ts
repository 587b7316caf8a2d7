import type {Finding} from './finding.ts';
import type {Detect, FindingContext} from './finding-context.ts';

const everyDetector: readonly Detect[] = [];

/** The facts of a period worth a sentence, the most consequential first. */
export async function readFindings(context: FindingContext): Promise<Finding[]> {
  const found = await Promise.all(everyDetector.map((detect) => detect(context)));
  return found.flat().map((fact): Finding => ({...fact, news: 'new'}));
}
