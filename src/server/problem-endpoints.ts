import {z} from 'zod';
import {candidateStatuses} from '../problems/candidate.ts';
import {candidateSorts} from '../problems/read-candidates.ts';
import {recordForms} from '../problems/record-exports.ts';
import {
  candidateDecisionSchema,
  candidateMergeSchema,
  candidateSplitSchema,
  candidateUnmergeSchema,
} from './candidate-request.ts';
import {
  candidateAnswer,
  candidateIncidentsAnswer,
  candidatesAnswer,
  decisionAnswer,
  knownProblemsAnswer,
  mergeAnswer,
  splitAnswer,
} from './candidate-schemas.ts';

interface ProblemParameter {
  name: string;
  description: string;
  schema: z.ZodType;
  isRepeated?: boolean;
}

interface ProblemEndpoint {
  path: string;
  summary: string;
  answer: z.ZodType;
  /** Of the query; a path with `{name}` has the candidate's besides. */
  own: readonly ProblemParameter[];
  isListing: boolean;
  body?: z.ZodType;
}

const pages: readonly ProblemParameter[] = [
  {name: 'page', description: 'From 1; JSON only, a download is whole', schema: z.int().min(1)},
  {name: 'page_size', description: 'At most 1000', schema: z.int().min(1).max(1000)},
];

/** The addresses about problem candidates, for the description of the API. */
export const problemEndpoints: readonly ProblemEndpoint[] = [
  {
    path: '/api/problems',
    summary: 'Problem candidates: what keeps coming back, ranked, with what people decided',
    answer: candidatesAnswer,
    own: [
      {
        name: 'status',
        description: 'Any of them',
        schema: z.array(z.enum(candidateStatuses)),
        isRepeated: true,
      },
      {name: 'service', description: 'Only of this service', schema: z.string()},
      {
        name: 'text',
        description: 'Part of label or wording, or the number of a candidate, problem or incident',
        schema: z.string(),
      },
      {name: 'sort', description: 'Default: rank', schema: z.enum(candidateSorts)},
    ],
    isListing: true,
  },
  {
    path: '/api/known-problems',
    summary: 'Problem records, with the candidate each stands for and whether anything new came',
    answer: knownProblemsAnswer,
    own: [],
    isListing: true,
  },
  {
    path: '/api/problems/{name}',
    summary: 'A problem candidate with its evidence',
    answer: candidateAnswer,
    own: [],
    isListing: false,
  },
  {
    path: '/api/problems/{name}/incidents',
    summary: 'The incidents a candidate is made of: as many as it counts',
    answer: candidateIncidentsAnswer,
    own: pages,
    isListing: true,
  },
  {
    path: '/api/problems/{name}/record',
    summary: 'A candidate as a problem record to paste, to post or to import',
    answer: z.unknown(),
    own: [
      {name: 'as', description: 'Default: text', schema: z.enum(recordForms)},
      {name: 'project', description: 'Key of the Jira project', schema: z.string()},
      {name: 'issue_type', description: 'Default: [System] Problem', schema: z.string()},
    ],
    isListing: false,
  },
  {
    path: '/api/problems/{name}/decision',
    summary: 'Watch, accept, dismiss or mark as fixed; refused when somebody decided meanwhile',
    answer: decisionAnswer,
    own: [],
    isListing: false,
    body: candidateDecisionSchema,
  },
  {
    path: '/api/problems/{name}/split',
    summary: 'Take wordings out of a candidate, from the next build on',
    answer: splitAnswer,
    own: [],
    isListing: false,
    body: candidateSplitSchema,
  },
  {
    path: '/api/problems/merge',
    summary: 'Make one candidate part of another, from the next build on',
    answer: mergeAnswer,
    own: [],
    isListing: false,
    body: candidateMergeSchema,
  },
  {
    path: '/api/problems/unmerge',
    summary: 'Take a merge back',
    answer: mergeAnswer,
    own: [],
    isListing: false,
    body: candidateUnmergeSchema,
  },
];
