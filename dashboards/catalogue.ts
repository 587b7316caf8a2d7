import type {Page} from '../src/pages/page.ts';

export const catalogue: Page = {
  id: 'catalogue',
  path: '/catalogue',
  title: 'Metric catalogue',
  question: 'What does each number mean, and exactly how is it counted?',
  grain: null,
  periods: 0,
  filters: [],
  blocks: [{block: 'catalogue', id: 'metrics', question: 'How is each metric counted?'}],
};
