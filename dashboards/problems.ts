import type {Page} from '../src/pages/page.ts';

export const problems: Page = {
  id: 'problems',
  path: '/problems',
  title: 'Problem candidates',
  question: 'Which recurring incidents cost most, is it already covered, did the fix hold?',
  grain: null,
  periods: 0,
  filters: [],
  choices: ['status', 'service', 'detector', 'text', 'sort', 'page'],
  blocks: [
    {block: 'candidates headline'},
    {block: 'candidates filter', id: 'filter', question: 'Which of them are to be seen?'},
    {
      block: 'candidates list',
      id: 'list',
      question: 'What keeps coming back, and what is decided about it?',
      size: 50,
    },
    {
      block: 'columns',
      blocks: [
        {block: 'candidates pareto', id: 'pareto', question: 'How few make most of the hours?'},
        {
          block: 'candidates likely categories',
          id: 'likely',
          question: 'Where would what was logged vaguely belong?',
          top: 8,
        },
      ],
    },
    {
      block: 'candidates fixed',
      id: 'fixed',
      question: 'Did the fixes hold, and what did they save?',
      top: 20,
    },
    {
      block: 'candidates apart',
      id: 'apart',
      question: 'What went quiet by itself, and what is covered already?',
      top: 15,
    },
    {
      block: 'candidates known problems',
      id: 'known',
      question: 'Which open problem still grows, and which could be closed?',
      top: 30,
    },
    {
      block: 'candidates majors',
      id: 'majors',
      question: 'Which major incidents have no problem record?',
      top: 20,
    },
  ],
};
