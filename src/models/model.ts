export const layers = ['staging', 'intermediate', 'marts'] as const;
export type Layer = (typeof layers)[number];

/** One `sql/<layer>/<name>.sql`: a select whose result becomes the table `<layer>.<name>`. */
export interface Model {
  /** `marts.fct_incident`. */
  name: string;
  layer: Layer;
  /** Path inside the package, for messages: `sql/marts/fct_incident.sql`. */
  file: string;
  /** The header's sentences. */
  description: string;
  /** Columns that make a row unique; empty where the header states none. */
  grain: string[];
  /** What a column means, from the comment at the end of its line in the last select. */
  columnDocs: Record<string, string>;
  sql: string;
}

/** One `sql/audits/<name>.sql`: a select that must return no rows. */
export interface Audit {
  name: string;
  file: string;
  /** What must hold, as a sentence. */
  sentence: string;
  /** `stop` keeps the new build from being published. */
  severity: 'stop' | 'warn';
  sql: string;
}
