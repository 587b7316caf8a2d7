import type {Page} from '../src/pages/page.ts';

export const weekly: Page = {
  id: 'weekly',
  path: '/weekly',
  title: 'Weekly review',
  question: 'What changed beyond normal variation, what is stuck, what do we decide?',
  grain: 'week',
  periods: 26,
  filters: ['service', 'priority', 'category', 'assignment_group', 'source', 'attribute'],
  choices: ['against'],
  blocks: [
    {block: 'headline'},
    {
      block: 'kpis',
      id: 'kpis',
      question: 'Which figures left their usual range, and which will meet their target?',
      rows: [
        {metric: 'sla_resolution'},
        {metric: 'sla_resolution', where: {priority: 'P1'}},
        {metric: 'sla_resolution', where: {priority: 'P2'}},
        {metric: 'sla_response'},
        {metric: 'ttr_median'},
        {metric: 'mttr'},
        {metric: 'ttr_p90'},
        {metric: 'flr'},
        {metric: 'fcr'},
        {metric: 'reopen_rate'},
        {metric: 'recurrence_rate'},
        {metric: 'reassignment_rate'},
        {metric: 'backlog'},
        {metric: 'backlog_aged'},
      ],
    },
    {
      block: 'columns',
      blocks: [
        {
          block: 'strongest signal',
          id: 'signal',
          question: 'What changed the most, and since when?',
        },
        {
          block: 'compare',
          id: 'sla-resolution',
          question: 'Which priorities are resolved within their target?',
          metric: 'sla_resolution',
          by: 'priority',
          breachedBeside: true,
        },
      ],
    },
    {
      block: 'columns',
      blocks: [
        {block: 'flow', id: 'flow', question: 'Do we resolve as much as comes in?'},
        {
          block: 'compare',
          id: 'sla-response',
          question: 'Which priorities are answered within their target?',
          metric: 'sla_response',
          by: 'priority',
        },
      ],
    },
    {
      block: 'footing',
      id: 'footing',
      question: 'Does the backlog add up from what came in and went out?',
      grains: ['week'],
    },
    {
      block: 'columns',
      blocks: [
        {
          block: 'breakdown',
          id: 'resolve-times',
          question: 'How long do incidents of each priority take?',
          by: 'priority',
          metrics: ['resolved', 'mttr', 'ttr_median', 'ttr_p90'],
          top: 6,
        },
        {
          block: 'distribution',
          id: 'resolve-distribution',
          question: 'How are times to resolve spread?',
          metric: 'resolved',
          by: 'resolve_band',
        },
      ],
    },
    {
      block: 'breakdown',
      id: 'came-back',
      question: 'Whose resolutions do not hold?',
      by: 'assignment_group',
      metrics: ['resolved', 'reopen_rate', 'recurrence_rate', 'reassignment_rate'],
      top: 8,
    },
    {block: 'stuck', id: 'stuck', question: 'Which incidents are stuck, and with whom?', top: 10},
    {
      block: 'columns',
      blocks: [
        {
          block: 'heat map',
          id: 'arrivals',
          question: 'When does work arrive?',
          metric: 'opened',
          periods: 13,
        },
        {block: 'ageing', id: 'ageing', question: 'How old is what is open?'},
      ],
    },
    {
      block: 'candidates rising',
      id: 'candidates',
      question: 'Which recurring incidents are new or grow, and what is decided about them?',
      top: 5,
    },
    {block: 'decisions', id: 'decide', question: 'What do we decide this week?', most: 5},
    {block: 'left out', id: 'left-out', question: 'What is not in these figures?'},
    {block: 'data notes', id: 'notes', question: 'Can these figures be relied on?'},
  ],
};
