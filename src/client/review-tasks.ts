export interface ReviewTask {
  /** The letter that opens its form; the form carries the same one. */
  key: string;
  meaning: string;
  /** The form it opens from the list, where none is on the page; null where a list can't know it. */
  task: string | null;
}

/** What can be decided by a letter, by page. */
const reviewTasks: Readonly<Record<string, readonly ReviewTask[]>> = {
  problems: [
    {key: 'w', meaning: 'watch', task: 'watching'},
    {key: 'a', meaning: 'accept', task: 'accepted'},
    {key: 'd', meaning: 'dismiss', task: 'dismissed'},
    {key: 'f', meaning: 'it is fixed', task: 'fixed'},
    {key: 'r', meaning: 'take a decision back', task: null},
    {key: 'm', meaning: 'merge', task: null},
    {key: 's', meaning: 'split off wordings', task: null},
  ],
  improvement: [
    {key: 'a', meaning: 'agree to it', task: 'agreed'},
    {key: 's', meaning: 'start it', task: 'in progress'},
    {key: 'd', meaning: 'it is done', task: 'done'},
    {key: 'v', meaning: 'verify it', task: 'verified'},
    {key: 'x', meaning: 'drop it', task: 'dropped'},
    {key: 'c', meaning: 'comment', task: 'comment'},
    {key: 'e', meaning: 'edit', task: 'edit'},
  ],
};

/** Of the page that is open. */
export function reviewTasksHere(): readonly ReviewTask[] {
  return reviewTasks[document.body.dataset.page ?? ''] ?? [];
}
