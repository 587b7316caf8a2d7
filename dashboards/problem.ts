import type {Page} from '../src/pages/page.ts';

/** The page of one problem candidate. */
export const problem: Page = {
  id: 'problems',
  path: '/problems',
  title: 'Problem candidate',
  question: 'What keeps coming back, what does it cost, and what is to be done about it?',
  grain: null,
  periods: 0,
  filters: [],
  blocks: [
    {block: 'candidate headline'},
    {block: 'candidate decision', id: 'decision', question: 'What is decided about it?'},
    {block: 'candidate curve', id: 'curve', question: 'How often does it come, and since when?'},
    {
      block: 'columns',
      blocks: [
        {block: 'candidate score', id: 'score', question: 'Why does it rank where it does?'},
        {block: 'candidate help', id: 'help', question: 'What helps, and who should own it?'},
      ],
    },
    {block: 'candidate values', id: 'values', question: 'What do its incidents have in common?'},
    {block: 'candidate examples', id: 'examples', question: 'Which incidents show what it is?'},
    {block: 'candidate wordings', id: 'wordings', question: 'Does all of it belong together?'},
    {block: 'candidate problems', id: 'problems', question: 'Is it already known?'},
    {block: 'candidate timeline', id: 'timeline', question: 'What happened around it?'},
  ],
};
