import type {Page} from '../src/pages/page.ts';

export const quality: Page = {
  id: 'quality',
  path: '/quality',
  title: 'Data quality',
  question: 'Can the numbers be relied on: what came in, what was refused, what does not add up?',
  grain: null,
  periods: 0,
  filters: [],
  blocks: [
    {block: 'headline'},
    {
      block: 'imports',
      id: 'imports',
      question: 'What was imported, and is every row accounted for?',
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
      block: 'footing',
      id: 'footing',
      question: 'Does the backlog add up in every week and month?',
      grains: ['month', 'week'],
    },
    {
      block: 'chronology faults',
      id: 'chronology',
      question: 'Which incidents have times that cannot be?',
      top: 20,
    },
    {
      block: 'metric coverage',
      id: 'coverage',
      question: 'Which metrics can be computed from this data?',
    },
    {block: 'field coverage', id: 'fields', question: 'How well are the fields filled?'},
    {block: 'left out', id: 'left-out', question: 'What is not in the figures?'},
  ],
};
