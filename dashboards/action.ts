import type {Page} from '../src/pages/page.ts';

/** The page of one improvement action. */
export const action: Page = {
  id: 'improvement',
  path: '/improvement',
  title: 'Action',
  question: 'What is to be done, and did it work?',
  grain: null,
  periods: 0,
  filters: [],
  blocks: [
    {block: 'action headline'},
    {block: 'action decision', id: 'decision', question: 'Where does it stand?'},
    {block: 'action chart', id: 'chart', question: 'How was the measure before, and since?'},
    {block: 'action facts', id: 'facts', question: 'What is to be done, by whom, and why?'},
    {block: 'action comparison', id: 'comparison', question: 'Was like compared with like?'},
    {block: 'action verdicts', id: 'verdicts', question: 'What did earlier builds find?'},
    {block: 'action comments', id: 'comments', question: 'What was said about it?'},
    {block: 'action history', id: 'history', question: 'Who changed what?'},
  ],
};

/** Where an action is written down. */
export const newAction: Page = {
  id: 'improvement',
  path: '/improvement/new',
  title: 'New action',
  question: 'What is to be done, and which figure shall it move?',
  grain: null,
  periods: 0,
  filters: [],
  blocks: [{block: 'action form', id: 'write', question: 'What is to be done?'}],
};
