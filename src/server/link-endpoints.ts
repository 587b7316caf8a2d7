import type {Endpoint} from './endpoint.ts';
import {linkAnswer, restoreSchema, strikeSchema} from './link-request.ts';

export const linkEndpoints: Endpoint[] = [
  {
    path: '/api/links/strike',
    summary: 'Leave a link between incidents out of what came back, from the next build on',
    answer: linkAnswer,
    parameters: [],
    isListing: false,
    body: strikeSchema,
  },
  {
    path: '/api/links/restore',
    summary: 'Take back that a link was struck',
    answer: linkAnswer,
    parameters: [],
    isListing: false,
    body: restoreSchema,
  },
];
