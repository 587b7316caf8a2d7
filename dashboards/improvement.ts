import type {Page} from '../src/pages/page.ts';

export const improvement: Page = {
  id: 'improvement',
  path: '/improvement',
  title: 'Improvement register',
  question: 'What did we decide to do, who does it by when, and did it work?',
  grain: null,
  periods: 0,
  filters: [],
  choices: ['owner', 'state'],
  blocks: [
    {block: 'actions headline'},
    {block: 'actions filter', id: 'filter', question: 'Whose actions are to be seen?'},
    {
      block: 'actions list',
      id: 'due',
      question: 'What is late, and what is due next?',
      attention: ['overdue', 'due soon'],
    },
    {
      block: 'actions list',
      id: 'verify',
      question: 'Did what is done work?',
      attention: ['to verify'],
    },
    {
      block: 'actions list',
      id: 'proposed',
      question: 'What waits for a decision?',
      attention: ['to decide'],
    },
    {
      block: 'actions list',
      id: 'running',
      question: 'What is under way?',
      attention: ['under way'],
    },
    {block: 'actions list', id: 'verified', question: 'What worked?', attention: ['verified']},
    {
      block: 'actions list',
      id: 'dropped',
      question: 'What was given up, and why?',
      attention: ['dropped'],
    },
  ],
};
