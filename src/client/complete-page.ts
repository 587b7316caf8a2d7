import type {PageChanges} from './page-changes.ts';

/** Where something on the page is still being looked for, the page is asked for again as a whole. */
export function completePage(root: ParentNode, changes: PageChanges): void {
  if (root.querySelector('[data-pending]')) void changes.again({isWhole: true});
}
