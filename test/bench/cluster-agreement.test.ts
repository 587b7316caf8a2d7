import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {clusterAgreement, type Placed} from './cluster-agreement.ts';

const cell = (named: string | null, cluster: string | null, count: number): Placed => ({
  class: named,
  cluster,
  count,
});

describe('the agreement of clusters with classes', () => {
  test('is what the definitions give by hand', () => {
    // A: two in 1, one in 2; B: two in 2. Entropies: of classes 0.6730, left within clusters 0.6 × 0.6365.
    const placed = [cell('A', '1', 2), cell('A', '2', 1), cell('B', '2', 2)];
    const {homogeneity, completeness, vMeasure, adjustedRand} = clusterAgreement(
      placed,
      'one class',
    );
    expect(homogeneity).toBeCloseTo(1 - 0.381909 / 0.673012, 5);
    expect(completeness).toBeCloseTo(1 - 0.381909 / 0.673012, 5);
    expect(vMeasure).toBeCloseTo(0.432538, 5);
    // Pairs: 2 together, 4 in classes, 4 in clusters, of 10.
    expect(adjustedRand).toBeCloseTo((2 - 1.6) / (4 - 1.6), 10);
  });

  test('takes noise for one class, or each for itself', () => {
    const placed = [cell('A', '1', 2), cell(null, null, 2), cell(null, '1', 1)];
    // As one class: 2 of 5 pure, cluster 1 is two A and one noise, as in the case by hand.
    expect(clusterAgreement(placed, 'one class').adjustedRand).toBeCloseTo(0.4 / 2.4, 10);
    // Each alone: classes 2, 1, 1, 1 and clusters 3, 1, 1: pairs 1 together, 1 and 3, of 10.
    expect(clusterAgreement(placed, 'singletons').adjustedRand).toBeCloseTo(
      (1 - 0.3) / (2 - 0.3),
      10,
    );
  });

  test('is perfect for the same parts under other names, and for nothing but noise', () => {
    const same = [cell('A', '2', 3), cell('B', '1', 4), cell(null, null, 5)];
    for (const noiseAs of ['one class', 'singletons'] as const) {
      expect(clusterAgreement(same, noiseAs)).toEqual({
        homogeneity: 1,
        completeness: 1,
        vMeasure: 1,
        adjustedRand: 1,
      });
      expect(clusterAgreement([cell(null, null, 9)], noiseAs).vMeasure).toBe(1);
    }
  });

  test('doesn’t change when cells are given in parts, nor when classes and clusters change places', () => {
    const name = fc.option(fc.constantFrom('a', 'b', 'c'), {nil: null});
    const cells = fc.array(
      fc.record({class: name, cluster: name, count: fc.integer({min: 1, max: 4})}),
      {minLength: 1},
    );
    fc.assert(
      fc.property(cells, fc.constantFrom('one class', 'singletons'), (placed, noiseAs) => {
        const whole = clusterAgreement(placed, noiseAs);
        const parts = placed.flatMap((each) =>
          Array.from({length: each.count}, () => ({...each, count: 1})),
        );
        const swapped = placed.map((each) => ({
          class: each.cluster,
          cluster: each.class,
          count: each.count,
        }));
        expect(clusterAgreement(parts, noiseAs).vMeasure).toBeCloseTo(whole.vMeasure, 9);
        expect(clusterAgreement(swapped, noiseAs).vMeasure).toBeCloseTo(whole.vMeasure, 9);
        expect(clusterAgreement(swapped, noiseAs).adjustedRand).toBeCloseTo(whole.adjustedRand, 9);
      }),
    );
  });
});
