import type {BlockSpec, Page} from '../src/pages/page.ts';

function trend(metric: string, question: string): BlockSpec {
  return {block: 'trend', id: `trend-${metric.replaceAll('_', '-')}`, metric, question};
}

export const monthly: Page = {
  id: 'monthly',
  path: '/monthly',
  title: 'Monthly performance',
  question: 'Are we keeping our promises, and why did it move?',
  grain: 'month',
  periods: 13,
  filters: ['service', 'priority', 'category', 'assignment_group', 'source', 'attribute'],
  choices: ['against'],
  blocks: [
    {block: 'headline'},
    {
      block: 'kpis',
      id: 'kpis',
      question: 'Which figures changed, and which meet their target?',
      rows: [
        {metric: 'opened'},
        {metric: 'resolved'},
        {metric: 'sla_resolution'},
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
    {block: 'findings', id: 'findings', question: 'What is worth acting on?', most: 7},
    {
      block: 'columns',
      blocks: [
        trend('sla_resolution', 'Do we resolve within target?'),
        trend('sla_response', 'Do we answer within target?'),
      ],
    },
    {
      block: 'columns',
      blocks: [
        trend('ttr_median', 'How long does the usual incident take?'),
        trend('mttr', 'How long do incidents take on average?'),
      ],
    },
    {
      block: 'columns',
      blocks: [
        trend('flr', 'How much does the first level resolve?'),
        trend('recurrence_rate', 'How much comes back?'),
      ],
    },
    {
      block: 'columns',
      blocks: [
        trend('reopen_rate', 'How much is reopened?'),
        trend('backlog', 'Is work piling up?'),
      ],
    },
    {
      block: 'why it moved',
      id: 'why-mttr-moved',
      question: 'Why did the mean time to resolve move?',
      metric: 'mttr',
    },
    {
      block: 'why it moved',
      id: 'why-sla-moved',
      question: 'Why did the resolution SLA move?',
      metric: 'sla_resolution',
    },
    {
      block: 'columns',
      blocks: [
        {
          block: 'breakdown',
          id: 'hot-services',
          question: 'Which services take the most work?',
          by: 'service',
          metrics: ['opened', 'mttr', 'sla_resolution'],
          top: 10,
        },
        {
          block: 'breakdown',
          id: 'hot-categories',
          question: 'Which categories take the most work?',
          by: 'category',
          metrics: ['opened', 'mttr', 'sla_resolution'],
          top: 10,
        },
      ],
    },
    {
      block: 'breakdown',
      id: 'groups',
      question: 'How do the groups compare?',
      by: 'assignment_group',
      metrics: ['resolved', 'mttr', 'ttr_median', 'sla_resolution', 'reopen_rate'],
      top: 12,
    },
    {
      block: 'breakdown',
      id: 'own-dimensions',
      question: 'How do the parts of our own organisation compare?',
      by: 'attribute',
      metrics: ['opened', 'mttr', 'sla_resolution'],
      top: 8,
    },
    {
      block: 'columns',
      blocks: [
        {
          block: 'gaps',
          id: 'days-between-majors',
          question: 'How long is it from one major incident to the next?',
          metric: 'major_count',
        },
        {
          block: 'gaps',
          id: 'days-between-p1',
          question: 'How long is it from one P1 to the next?',
          metric: 'opened',
          where: {priority: 'P1'},
          ifRare: true,
        },
      ],
    },
    {
      block: 'candidates majors',
      id: 'majors',
      question: 'Which majors have no problem record?',
      top: 8,
    },
    {block: 'candidates pareto', id: 'pareto', question: 'How few recurring faults cost most?'},
    {
      block: 'candidates rising',
      id: 'candidates',
      question: 'Which recurring incidents are new or grow, and what is decided about them?',
      top: 8,
    },
    {
      block: 'candidates fixed',
      id: 'fixed-candidates',
      question: 'Did the fixes hold, and what did they save?',
      top: 10,
    },
    {
      block: 'actions register',
      id: 'actions',
      question: 'What did we decide, did it work, and what did it gain?',
      top: 30,
    },
    {block: 'flow', id: 'flow', question: 'Do we resolve as much as comes in?'},
    {
      block: 'footing',
      id: 'footing',
      question: 'Does the backlog add up from what came in and went out?',
      grains: ['month'],
    },
    {block: 'decisions', id: 'decide', question: 'What needs a decision?', most: 5},
    {block: 'left out', id: 'left-out', question: 'What is not in these figures?'},
    {
      block: 'definitions',
      id: 'definitions',
      question: 'What does each figure mean?',
      metrics: [
        'opened',
        'resolved',
        'sla_resolution',
        'sla_response',
        'ttr_median',
        'mttr',
        'flr',
        'recurrence_rate',
        'reopen_rate',
        'backlog',
        'ttr_p90',
        'fcr',
        'reassignment_rate',
        'backlog_aged',
        'major_count',
      ],
    },
    {block: 'data notes', id: 'notes', question: 'Can these figures be relied on?'},
  ],
};
