import {describe, expect, test} from 'vitest';
import {foldAlike} from '../../src/findings/fold-alike.ts';
import type {FoundFact} from '../../src/findings/finding.ts';
import {mergeCauses} from '../../src/findings/merge-causes.ts';
import {newsText} from '../../src/findings/news-text.ts';
import {byWeight, isHeavy} from '../../src/findings/weight.ts';
import {withNews} from '../../src/findings/with-news.ts';

function fact(changes: Partial<FoundFact> & {group?: string} = {}): FoundFact {
  const {group = 'Desk', ...rest} = changes;
  const where = [{dimension: 'assignment_group', values: [group]}];
  const base: FoundFact = {
    ...{key: `premature closure|x|${group}`, detector: 'premature closure', period: '2016-W12'},
    ...{metric: 'premature_closure_rate', where, title: `${group} closes too early: 9 %`, text: []},
    ...{since: '2016-01-01', n: 100, value: 0.3, reference: 0.1, suggestion: 'Look.'},
    ...{consequence: {hours: 10, breaches: null, users: null}, proposal: null},
  };
  return {...base, ...rest};
}

const costs = (hours: number | null, breaches: number | null, users: number | null) =>
  fact({consequence: {hours, breaches, users}, key: `${hours} ${breaches} ${users}`});

describe('findings come', () => {
  test('by hours, with a missed target for a working day and a user for an hour', () => {
    const facts = [costs(20, null, null), costs(null, 3, null), costs(10, null, 11)];
    expect(facts.sort(byWeight).map(({key}) => key)).toEqual([
      'null 3 null',
      '10 null 11',
      '20 null null',
    ]);
  });

  test('only when they cost half a working day; what can’t be costed comes', () => {
    const facts = [costs(3, null, null), costs(null, null, 4), costs(null, null, null)];
    expect(facts.map(isHeavy)).toEqual([false, true, true]);
  });

  test('once a cause: of two about one figure of the same incidents the heavier stays', () => {
    const holder = fact({detector: 'breach holder'});
    expect(mergeCauses([fact(), holder])).toEqual([fact()]);
    const handover = fact({detector: 'handover'});
    expect(mergeCauses([fact(), handover])).toEqual([fact(), handover]);
    expect(mergeCauses([fact(), fact({group: 'Network'})])).toHaveLength(2);
  });

  test('twice a kind at most; the others are named', () => {
    const facts = withNews(
      ['A', 'B', 'C', 'D'].map((group) => fact({group})),
      [],
    );
    const folded = foldAlike(facts);
    expect(folded.map(({where}) => where[0]?.values[0])).toEqual(['A', 'B']);
    expect(folded[1]?.text.map(({text}) => text)).toEqual([' Likewise C and D.']);
  });
});

describe('news', () => {
  const newsOf = (now: FoundFact, then: FoundFact[]) => withNews([now], then)[0];

  test('is what was not told a period ago', () => {
    expect(newsOf(fact(), [fact({group: 'Network'})])).toMatchObject({news: 'new'});
    expect(newsOf(fact(), [])).not.toHaveProperty('before');
  });

  test('is what changed by a quarter of what sets it apart', () => {
    expect(newsOf(fact({value: 0.3}), [fact({value: 0.28})])).toMatchObject({news: 'known'});
    const changed = newsOf(fact({value: 0.3}), [fact({value: 0.2})])!;
    expect(changed).toMatchObject({news: 'changed', before: 0.2});
    expect(newsText(changed, 'week', 'share')).toBe('changed: 20.0\u202f% a week ago');
  });
});
