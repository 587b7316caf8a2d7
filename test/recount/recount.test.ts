import {describe} from 'vitest';
import {demoWorkspace} from '../demo-workspace.ts';
import {agreesOnEveryMetric, countedOnce} from './agreement.ts';

/**
 * Every metric counted a second time, from the landed rows, METRICS.md and DECISIONS.md alone: no SQL,
 * no look-ups, nothing shared with the models. Where both agree, a fault would have to be made twice.
 */
describe('the demo desk, recounted', () => {
  agreesOnEveryMetric(countedOnce(demoWorkspace));
});
