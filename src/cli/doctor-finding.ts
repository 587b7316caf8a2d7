/** One thing looked at: `look` deserves attention, `broken` stops something from working. */
export interface Finding {
  check: string;
  state: 'good' | 'look' | 'broken';
  message: string;
  /** What to do about it; null when there is nothing to do. */
  remedy: string | null;
}
