import {describe, expect, test} from 'vitest';
import {behaviourChart} from '../../src/metrics/behaviour-chart.ts';
import type {Figure, Metric} from '../../src/metrics/metric.ts';
import {headlineSentence} from '../../src/pages/headline-sentence.ts';
import type {Kpi} from '../../src/pages/kpi.ts';

const steady = [10, 11, 10, 9, 10, 11, 10, 9, 10, 11, 10, 9, 10, 11, 10];

/** A key figure whose history is steady and ends with the values given. */
function kpi(label: string, endings: number[], part: Partial<Kpi> & {id?: string} = {}): Kpi {
  const metric = {id: part.id ?? 'x', label, better: 'lower', unit: 'mean'} as Metric;
  const figures = [...steady, ...endings].map(
    (value) => ({metric: 'x', value, n: 100, isComplete: true, note: null}) as Figure,
  );
  const chart = behaviourChart(figures, {better: metric.better});
  return {
    metric,
    part: [],
    where: [],
    figures,
    current: figures.at(-1)!,
    before: null,
    chart,
    point: chart.points.at(-1)!,
    target: null,
    breaks: [],
    isRare: false,
    ...part,
  };
}

describe('the headline', () => {
  test('says so when nothing left its usual range', () => {
    expect(headlineSentence([kpi('Reassignments, mean', [10]), kpi('Backlog', [11])], 'week')).toBe(
      'Nothing left its usual range this week.',
    );
  });

  test('names the one that rose, and that all else varied as usual', () => {
    const kpis = [kpi('Reassignments, mean', [20]), kpi('Time to resolve', [10])];
    expect(headlineSentence([...kpis, kpi('Backlog', [11])], 'week')).toBe(
      'Mean reassignments rose above its usual range. Everything else varied as usual.',
    );
  });

  test('counts the periods a figure has been outside', () => {
    expect(headlineSentence([kpi('Time to resolve, median', [20, 21])], 'month')).toBe(
      'Median time to resolve was above its usual range for the second month in a row.',
    );
  });

  test('joins figures that did the same, and says which part is meant', () => {
    const p2 = kpi('SLA met, resolution', [20], {part: [{dimension: 'priority', values: ['P2']}]});
    expect(headlineSentence([p2, kpi('Time to respond, mean', [20])], 'week')).toBe(
      'P2 resolution SLA and mean time to respond rose above their usual range.',
    );
  });

  test('tells worse before better and never more than two findings', () => {
    const kpis = [
      kpi('First', [1]),
      kpi('Second', [20]),
      kpi('Third', [20, 21]),
      kpi('Fourth', [20, 21, 22]),
    ];
    const sentence = headlineSentence(kpis, 'week');
    expect(sentence).toMatch(/^Second rose above its usual range; third was above/);
    expect(sentence).toMatch(/Two other figures left what is usual\.$/);
  });

  test('gives no verdict without history', () => {
    const young = kpi('Backlog', [], {point: {signal: 'too few', rules: [], side: null}});
    expect(headlineSentence([young], 'week')).toBe(
      'There is too little history to say what is usual this week.',
    );
  });

  test('does not judge a period that is still running', () => {
    const figure = {...kpi('Backlog', [30]).current, isComplete: false};
    expect(
      headlineSentence([kpi('Backlog', [30], {current: figure, point: null})], 'week'),
    ).toMatch(/still running: its figures are provisional/);
  });

  test('says when there is nothing to count', () => {
    const figure = {...kpi('Backlog', [30]).current, value: null};
    expect(headlineSentence([kpi('Backlog', [30], {current: figure})], 'week')).toBe(
      'There are no incidents to speak of this week.',
    );
  });
});
