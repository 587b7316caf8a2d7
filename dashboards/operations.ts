import type {Page} from '../src/pages/page.ts';

export const operations: Page = {
  id: 'operations',
  path: '/operations',
  title: 'Operations',
  question: 'What is open now, what is about to break, and who has it?',
  grain: null,
  periods: 1,
  filters: ['service', 'priority', 'category', 'assignment_group', 'source', 'attribute'],
  followsData: true,
  blocks: [
    {block: 'queue headline'},
    {block: 'queue majors', id: 'majors', question: 'Which majors are open?', top: 10},
    {
      block: 'columns',
      blocks: [
        {
          block: 'sla at risk',
          id: 'at-risk',
          question: 'How much of their target have open incidents used?',
          kind: 'resolution',
        },
        {
          block: 'sla at risk',
          id: 'at-risk-response',
          question: 'How much of their target have unanswered incidents used?',
          kind: 'response',
        },
      ],
    },
    {block: 'sla due', id: 'due', question: 'Which promise breaks next?', top: 12},
    {
      block: 'columns',
      blocks: [
        {block: 'queue ages', id: 'ages', question: 'How old is what is open, by priority?'},
        {block: 'queue today', id: 'today', question: 'Is today like other days?', weeks: 8},
      ],
    },
    {
      block: 'columns',
      blocks: [
        {
          block: 'queue unassigned',
          id: 'unassigned',
          question: 'What has nobody taken?',
          top: 10,
        },
        {block: 'queue on hold', id: 'on-hold', question: 'What is on hold, and why?', top: 10},
      ],
    },
  ],
};
