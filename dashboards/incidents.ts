import type {Page} from '../src/pages/page.ts';

export const incidents: Page = {
  id: 'incidents',
  path: '/incidents',
  title: 'Incidents',
  question: 'Which incidents is a number made of?',
  grain: null,
  periods: 0,
  filters: ['service', 'priority', 'category', 'assignment_group', 'tier', 'source', 'attribute'],
  blocks: [
    {block: 'incident list', id: 'list', question: 'Which incidents is it made of?', size: 100},
  ],
};
