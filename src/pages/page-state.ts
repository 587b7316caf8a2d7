export interface ResolvedFilter {
  dimension: string;
  label: string;
  /** Values as requests write them; the empty string stands for "not filled". */
  options: string[];
  chosen: string[];
}

export interface Freshness {
  /** ISO instant of the data's clock. */
  asOf: string;
  /** `Data to Sun 1 Nov 2026, 23:10 CET`. */
  label: string;
  build: string;
  zone: string;
  /** Zone never set by anyone: said on every page. */
  isZoneDefault: boolean;
}
