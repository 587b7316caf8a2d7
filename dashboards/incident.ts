import type {Page} from '../src/pages/page.ts';

export const incident: Page = {
  id: 'incidents',
  path: '/incidents',
  title: 'Incident',
  question: 'What happened, who held it, and which minutes counted?',
  grain: null,
  periods: 0,
  filters: [],
  blocks: [
    {block: 'incident facts', id: 'facts', question: 'What is it?'},
    {block: 'incident clock', id: 'clock', question: 'Which minutes counted, and who held it?'},
    {block: 'incident links', id: 'links', question: 'Did it come back, and is that true?'},
    {block: 'incident history', id: 'history', question: 'What changed, when, by whom?'},
    {block: 'incident figures', id: 'figures', question: 'Which figures is it in?'},
  ],
};
