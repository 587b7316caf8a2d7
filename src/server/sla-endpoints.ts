import {z} from 'zod';
import {attributionDimensions} from '../metrics/sla-attribution.ts';
import {slaKinds} from '../metrics/sla-incidents.ts';
import {attributionAnswer, atRiskAnswer, comparisonAnswer, whatIfAnswer} from './sla-schemas.ts';

/** A parameter of an SLA address: name, what it means, what it may be. */
type SlaParameter = [name: string, description: string, schema: z.ZodType];

interface SlaEndpoint {
  path: string;
  summary: string;
  answer: z.ZodType;
  own: readonly SlaParameter[];
  /** Whether it takes a period. */
  hasDays: boolean;
}

const kind = z.enum(slaKinds);

const override: readonly SlaParameter[] = [
  ['if_kind', 'Which target would be another; default: resolution', kind],
  ['if_priority', 'Only of this priority', z.string()],
  ['if_policy', 'Only clocks of this policy', z.string()],
  ['if_within', 'The target', z.string().meta({example: '2 business days'})],
  ['if_calendar', 'The calendar it is counted in', z.string()],
  ['if_stops', 'The clock never stops', z.enum(['none'])],
  ['if_counts', 'From the last change of priority', z.enum(['from change'])],
];

/** The addresses about promises, for the description of the API. */
export const slaEndpoints: readonly SlaEndpoint[] = [
  {
    path: '/api/sla/at-risk',
    summary: 'Running clocks by the share of their target that is used, now or at a past moment',
    answer: atRiskAnswer,
    own: [
      [
        'at',
        'A moment; without Z in the workspace’s zone',
        z.string().meta({example: '2016-03-21T12:00'}),
      ],
    ],
    hasDays: false,
  },
  {
    path: '/api/sla/what-if',
    summary: 'Compliance under another target or calendar, and the incidents that would flip',
    answer: whatIfAnswer,
    own: [
      ...override,
      ['part', 'What a list is of; default: rows', z.enum(['rows', 'flips', 'groups'])],
    ],
    hasDays: true,
  },
  {
    path: '/api/sla/comparison',
    summary: 'The tool’s verdicts beside ours, with the reasons they differ',
    answer: comparisonAnswer,
    own: [
      ['part', 'What a list is of; default: incidents', z.enum(['incidents', 'cells', 'reasons'])],
    ],
    hasDays: true,
  },
  {
    path: '/api/sla/attribution',
    summary: 'Who used the time of missed targets',
    answer: attributionAnswer,
    own: [
      ['kind', 'Default: resolution', kind],
      ['held_by', 'Default: assignment_group', z.enum(attributionDimensions)],
    ],
    hasDays: true,
  },
];

/** What `/api/incidents` can be asked for instead of a metric's incidents. */
export const slaSetParameters: readonly SlaParameter[] = [
  [
    'sla',
    'Instead, the incidents of an SLA figure: with kind, verdict, policy; band, at; recorded, computed, reason; held_by, holder; flip and if_…',
    z.enum(['clocks', 'at-risk', 'comparison', 'used-by', 'what-if']),
  ],
];
