import type {Page} from '../src/pages/page.ts';

export const sla: Page = {
  id: 'sla',
  path: '/sla',
  title: 'SLA',
  question: 'Which promises are kept, which are about to break, and what would others have meant?',
  grain: 'month',
  periods: 13,
  filters: ['service', 'priority', 'category', 'assignment_group', 'source'],
  choices: [
    ...['at', 'if_kind', 'if_priority', 'if_policy', 'if_within'],
    ...['if_calendar', 'if_stops', 'if_counts'],
  ],
  blocks: [
    {block: 'sla headline'},
    {
      block: 'columns',
      blocks: [
        {
          block: 'sla compliance',
          id: 'resolution',
          question: 'Is every priority resolved as promised?',
          kind: 'resolution',
        },
        {
          block: 'sla compliance',
          id: 'response',
          question: 'Is every priority answered as promised?',
          kind: 'response',
        },
      ],
    },
    {block: 'sla moment', id: 'moment', question: 'At which moment are running clocks looked at?'},
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
      block: 'sla used by',
      id: 'used-by-group',
      question: 'Which groups used the time of what was late?',
      by: 'assignment_group',
      kind: 'resolution',
      top: 12,
    },
    {
      block: 'columns',
      blocks: [
        {
          block: 'sla used by',
          id: 'used-by-tier',
          question: 'Which tiers used the time of what was late?',
          by: 'tier',
          kind: 'resolution',
          top: 6,
        },
        {
          block: 'sla used by',
          id: 'used-by-shift',
          question: 'In which shifts was the time of what was late used?',
          by: 'shift',
          kind: 'resolution',
          top: 6,
        },
      ],
    },
    {
      block: 'columns',
      blocks: [
        {
          block: 'sla reasons',
          id: 'reasons',
          question: 'Why does the tool say otherwise?',
        },
        {
          block: 'sla comparison',
          id: 'comparison',
          question: 'Does the tool’s own verdict agree?',
        },
      ],
    },
    {
      block: 'sla what-if',
      id: 'what-if',
      question: 'What would another promise have meant?',
      top: 15,
    },
  ],
};
