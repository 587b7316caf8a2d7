/** A calculation that may fail on what a cell holds, such as a time in the year 300,000. */
export interface Attempted {
  /** The result; nothing where it fails. */
  value: string;
  /** True where it fails. */
  failure: string;
}

/**
 * SQL that survives its own errors. The struct tells a failure from a result of nothing, and keeps the engine
 * from computing what both parts share outside of `try`, where it would end the statement.
 */
export function attempted(sql: string): Attempted {
  const tried = `try(struct_pack(v := ${sql}))`;
  return {value: `struct_extract(${tried}, 'v')`, failure: `(${tried} is null)`};
}
