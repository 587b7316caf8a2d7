import {describe, expect, test} from 'vitest';
import {readCandidateForm} from '../../src/server/candidate-form.ts';

const by = 'Ann';

describe('a form of a candidate’s page', () => {
  test('decides with the numbers that forms send as texts', () => {
    const fields = {task: 'dismissed', version: '2', by, reason: 'rare', returnFactor: '2.5'};
    expect(readCandidateForm('PC-12', fields)).toEqual({
      task: 'decide',
      request: {status: 'dismissed', version: 2, by, reason: 'rare', returnFactor: 2.5},
    });
  });

  test('may leave the reason of most decisions empty, not that of a dismissal', () => {
    const watched = {task: 'watching', version: '0', by, reason: ''};
    expect(readCandidateForm('PC-12', watched)).toMatchObject({request: {reason: ''}});
    const dismissed = {...watched, task: 'dismissed', returnFactor: '1.5'};
    expect(() => readCandidateForm('PC-12', dismissed)).toThrow(/"reason"/);
  });

  test('merges and takes apart the candidate it stands on', () => {
    const said = {version: '1', by, reason: ''};
    expect(readCandidateForm('PC-12', {task: 'merge', ...said, into: 'PC-3'})).toEqual({
      task: 'merge',
      request: {from: 'PC-12', into: 'PC-3', by, reason: ''},
    });
    expect(readCandidateForm('PC-12', {task: 'unmerge', ...said})).toEqual({
      task: 'unmerge',
      request: {candidate: 'PC-12', by, reason: ''},
    });
  });

  test('splits off one wording as it does several, and none is refused', () => {
    const split = (wordings?: string | string[]) =>
      readCandidateForm('PC-12', {task: 'split', by, reason: '', ...(wordings && {wordings})});
    expect(split('a1')).toMatchObject({request: {wordings: ['a1']}});
    expect(split(['a1', 'b2'])).toMatchObject({request: {wordings: ['a1', 'b2']}});
    expect(() => split()).toThrow(/"wordings"/);
  });

  test('refuses what no form asks and fields no form has', () => {
    expect(() => readCandidateForm('PC-12', {task: 'delete', by})).toThrow(/"task"/);
    const fields = {task: 'watching', version: '0', by, reason: '', extra: '1'};
    expect(() => readCandidateForm('PC-12', fields)).toThrow(/"extra"/);
    expect(() => readCandidateForm('PC-12', {...fields, version: 'x'})).toThrow();
  });
});
