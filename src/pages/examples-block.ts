/** Runs of a text; those that speak for something are marked. */
export interface MarkedText {
  text: string;
  isMarked: boolean;
}

/** Incidents quoted in lists, with the words marked that made them members. */
export interface ExamplesBlock {
  kind: 'examples';
  id: string;
  title: string;
  subtitle: string;
  groups: {
    title: string;
    note: string;
    items: {href: string; number: string; wording: MarkedText[]; detail: string}[];
  }[];
}
