import type {Page} from '../src/pages/page.ts';

export const quality: Page = {
  id: 'quality',
  path: '/quality',
  title: 'Data quality and reconciliation',
  question: 'Can the numbers be relied on: what came in, what is left out, does it all add up?',
  grain: null,
  periods: 0,
  filters: [],
  choices: ['grain', 'by', 'slice', 'unfilled'],
  blocks: [
    {block: 'headline'},
    {
      block: 'stages',
      id: 'stages',
      question: 'How many go in and out of every stage from file rows to resolved incidents?',
    },
    {
      block: 'figure stages',
      id: 'figures',
      question: 'Which incidents does each main figure leave behind, and why?',
      metrics: [
        ...['opened', 'resolved', 'mttr', 'ttr_first', 'mtta', 'mttd'],
        ...['sla_resolution', 'sla_response', 'sla_recorded', 'fcr', 'flr'],
        ...['reopen_rate', 'recurrence_rate', 'reassignment_rate', 'repeat_rate'],
        ...['major_count', 'csat'],
      ],
    },
    {
      block: 'footing proof',
      id: 'footing',
      question: 'Does the backlog add up in every period and slice, and who is it that does not?',
      top: 20,
    },
    {
      block: 'columns',
      blocks: [
        {
          block: 'sla comparison',
          id: 'sla',
          question: 'Do the tool’s verdict and ours agree?',
        },
        {block: 'sla reasons', id: 'sla-reasons', question: 'Why do the verdicts differ?'},
      ],
    },
    {
      block: 'imports',
      id: 'imports',
      question: 'What was imported, and is every row accounted for?',
      top: 30,
    },
    {
      block: 'import effects',
      id: 'effects',
      question: 'What did each import change?',
      top: 30,
    },
    {
      block: 'restated',
      id: 'restated',
      question: 'Which figures that were published already read otherwise now?',
      top: 30,
    },
    {
      block: 'rejected rows',
      id: 'rejected',
      question: 'Which rows were refused, and why?',
      top: 20,
    },
    {
      block: 'unmapped values',
      id: 'unmapped',
      question: 'Which values are not understood?',
      top: 20,
    },
    {block: 'audits', id: 'audits', question: 'Which checks failed?'},
    {
      block: 'chronology faults',
      id: 'chronology',
      question: 'Which incidents have times that cannot be?',
      top: 20,
    },
    {
      block: 'metric coverage',
      id: 'coverage',
      question: 'Which metrics can be computed from which source?',
    },
    {block: 'field coverage', id: 'fields', question: 'How well are the fields filled?'},
    {block: 'left out', id: 'left-out', question: 'What is not in the figures?'},
    {
      block: 'metric index',
      id: 'definitions',
      question: 'Where is each figure defined, and what does it rest on?',
    },
  ],
};
