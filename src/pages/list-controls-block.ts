/** Search, columns and kept views of a list of incidents: plain forms. */
export interface ListControlsBlock {
  kind: 'list controls';
  id: string;
  /** Where a search is sent, by GET. */
  action: string;
  /** What else the address keeps. */
  hidden: [string, string][];
  text: string;
  placeholder: string;
  columns: {name: string; label: string; isChosen: boolean}[];
  /** The list without the words searched for; null where there are none. */
  clearHref: string | null;
  views: {name: string; by: string; href: string; isShown: boolean}[];
  /** Where a view is kept, by POST, and what of. */
  save: {action: string; query: string; suggestion: string};
}
