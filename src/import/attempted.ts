/** A calculation that may fail on what a cell holds, such as a time in the year 300,000. */
export interface Attempted {
  /** The result; nothing where it fails. */
  value: string;
  /** True where it fails. */
  failure: string;
}

/** SQL that survives its own errors, in statements planned by `safePlan`. The struct tells a failure from a result of nothing. */
export function attempted(sql: string): Attempted {
  const tried = `try(struct_pack(v := ${sql}))`;
  return {value: `struct_extract(${tried}, 'v')`, failure: `(${tried} is null)`};
}
