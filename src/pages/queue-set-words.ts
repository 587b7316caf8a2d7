import type {QueueSet} from '../metrics/queue-set.ts';
import type {SetWords} from './candidate-set-words.ts';

/** What a list of a part of the queue is of. */
export function queueSetWords({part, heldAs}: QueueSet): SetWords {
  const lede = (text: string) => [
    {text: `${text} at the data’s own now. `},
    {text: 'Operations', href: '/operations'},
    {text: '.'},
  ];
  switch (part) {
    case 'unassigned':
      return {label: 'open, with nobody', lede: lede('Open incidents without an assignee')};
    case 'majors':
      return {label: 'open majors', lede: lede('Majors that are open')};
    case 'on-hold':
      return {
        label: heldAs === null ? 'on hold' : `on hold as “${heldAs}”`,
        lede: lede('Open incidents whose status stops the clock, the longest held first,'),
      };
  }
}
