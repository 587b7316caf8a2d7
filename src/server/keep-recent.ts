/** Answers that were worked for, kept by what they answer. */
export interface Recent<Value> {
  /** The answer kept for the key, else the one that `make` comes to; one at a time for each key. */
  of(key: string, make: () => Promise<Value>): Promise<Value>;
  /** The answer kept for the key; undefined where there is none yet. */
  made(key: string): Value | undefined;
}

/** Keeps so many answers: what was not asked for longest goes first, what failed is not kept. */
export function keepRecent<Value>(most: number): Recent<Value> {
  const kept = new Map<string, {promise: Promise<Value>; value?: Value}>();
  return {
    of(key, make) {
      const found = kept.get(key) ?? {promise: make()};
      // Last in the order of a map: what is asked again is young again.
      kept.delete(key);
      kept.set(key, found);
      found.promise.then(
        (value) => (found.value = value),
        () => kept.delete(key),
      );
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break;
        kept.delete(oldest);
      }
      return found.promise;
    },
    made: (key) => kept.get(key)?.value,
  };
}
