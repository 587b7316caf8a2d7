import {z} from 'zod';
import {actionStatuses} from '../register/action.ts';
import {actionChangeSchema, actionCommentSchema, actionCreateSchema} from './action-request.ts';
import {actionAnswer, actionChangedAnswer, actionsAnswer, commentAnswer} from './action-schemas.ts';

/** The addresses about improvement actions, for the description of the API. */
export const actionEndpoints = [
  {
    path: '/api/actions',
    summary: 'Improvement actions with their last verdict',
    answer: actionsAnswer,
    own: [
      {name: 'owner', description: 'Only of this person', schema: z.string()},
      {
        name: 'status',
        description: 'Any of them',
        schema: z.array(z.enum(actionStatuses)),
        isRepeated: true,
      },
    ],
    isListing: true,
  },
  {
    path: '/api/actions',
    summary: 'Register an action; what isn’t said of its measure is read from the data',
    answer: actionChangedAnswer,
    own: [],
    isListing: false,
    body: actionCreateSchema,
  },
  {
    path: '/api/actions/{name}',
    summary: 'An action with its verdicts, comments and history; its ETag begins with its version',
    answer: actionAnswer,
    own: [],
    isListing: false,
  },
  {
    path: '/api/actions/{name}',
    summary:
      'Change an action: 409 with both versions when it has changed since `version`, 412 since If-Match',
    answer: actionChangedAnswer,
    own: [],
    isListing: false,
    method: 'patch' as const,
    body: actionChangeSchema,
  },
  {
    path: '/api/actions/{name}/comments',
    summary: 'Say something about an action',
    answer: commentAnswer,
    own: [],
    isListing: false,
    body: actionCommentSchema,
  },
];
