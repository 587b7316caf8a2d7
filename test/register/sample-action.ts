import type {NewAction} from '../../src/register/actions.ts';

/** An action as a test needs it. */
export function sampleAction(more: Partial<NewAction> = {}): NewAction {
  return {
    ...{title: 'Write articles', owner: 'Ann', dueOn: '2026-11-30', metric: 'flr'},
    ...{where: [{dimension: 'service', values: ['Mail, "inner"']}], candidateNo: null},
    ...{baselineFrom: '2026-06-01', baselineTo: '2026-08-31', baselineValue: 0.62},
    ...{targetValue: 0.8, effectOn: '2026-09-14', effortDays: 2.5, cost: null},
    notes: '=two\nlines',
    origin: {kind: 'finding', key: 'special cause|flr|', words: 'It fell', href: null, pack: null},
    ...{status: 'proposed', by: 'Ann'},
    ...more,
  };
}
