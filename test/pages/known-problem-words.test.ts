import {expect, test} from 'vitest';
import {problemStateText} from '../../src/pages/known-problem-words.ts';
import type {KnownProblem} from '../../src/problems/read-candidate.ts';

const asOf = new Date('2026-11-02T06:00:00Z');

const growing: KnownProblem = {
  ...{source: 'desk', number: 'PRB1', title: null, status: 'in_progress', isKnownError: null},
  ...{isOpen: true, openedAt: new Date('2026-01-01T00:00:00Z'), closedAt: null},
  ...{candidateNo: 7, linkedCount: 3, lastIncidentAt: new Date('2026-07-27T05:00:00Z')},
  ...{candidateGrowth: 'growing', isQuiet: false},
};

test.each([
  ['open, still growing', growing],
  ['open, shrinking', {...growing, candidateGrowth: 'shrinking'}],
  ['open', {...growing, candidateNo: null, candidateGrowth: null}],
  ['open, nothing new for 98 days: close?', {...growing, isQuiet: true}],
  ['open, nothing new for 305 days: close?', {...growing, isQuiet: true, lastIncidentAt: null}],
  ['closed', {...growing, isOpen: false, closedAt: new Date('2026-08-01T00:00:00Z')}],
  [
    'closed, came on since',
    {...growing, isOpen: false, closedAt: new Date('2026-06-01T00:00:00Z')},
  ],
])('a problem record is told as %s', (text, problem) => {
  expect(problemStateText(problem, asOf)).toBe(text);
});
