import {z} from 'zod';
import {
  candidateDecisionSchema,
  candidateMergeSchema,
  candidateRemedies,
  candidateSplitSchema,
  candidateUnmergeSchema,
  type CandidateDecisionRequest,
  type CandidateMergeRequest,
  type CandidateSplitRequest,
  type CandidateUnmergeRequest,
} from './candidate-request.ts';
import {checkedBody} from './link-request.ts';

/** What a form on a candidate's page asks for. */
export type CandidateForm =
  | {task: 'decide'; request: CandidateDecisionRequest}
  | {task: 'merge'; request: CandidateMergeRequest}
  | {task: 'unmerge'; request: CandidateUnmergeRequest}
  | {task: 'split'; request: CandidateSplitRequest};

const taskSchema = z.looseObject({
  task: z.enum([
    ...['watching', 'accepted', 'dismissed', 'fixed', 'new'],
    ...['merge', 'unmerge', 'split'],
  ] as const),
});

/**
 * A form's fields as the same request that a program sends: forms know texts only, and leave out a list
 * of one.
 * @throws UserError that names the first field that is wrong
 */
export function readCandidateForm(candidate: string, body: unknown): CandidateForm {
  const remedies = {...candidateRemedies, task: 'Use the forms of the candidate’s page.'};
  const {task, ...fields} = checkedBody(taskSchema, body, remedies);
  switch (task) {
    case 'merge': {
      const asked = {from: candidate, ...withoutVersion(fields)};
      return {task, request: checkedBody(candidateMergeSchema, asked, remedies)};
    }
    case 'unmerge': {
      const asked = {candidate, ...withoutVersion(fields)};
      return {task, request: checkedBody(candidateUnmergeSchema, asked, remedies)};
    }
    case 'split': {
      const {wordings = []} = fields;
      const asked = {...fields, wordings: [wordings].flat()};
      return {task, request: checkedBody(candidateSplitSchema, asked, remedies)};
    }
    default: {
      const numbers = Object.fromEntries(
        ['version', 'returnFactor'].flatMap((name) =>
          fields[name] === undefined ? [] : [[name, Number(fields[name])]],
        ),
      );
      const asked = {...fields, ...numbers, status: task};
      return {task: 'decide', request: checkedBody(candidateDecisionSchema, asked, remedies)};
    }
  }
}

/** Every form says which decision was seen; merging has none to overwrite. */
function withoutVersion(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'version'));
}
