/** Numbers in [0, 1) that are the same for the same seed: Mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Marsaglia and Tsang, "A simple method for generating gamma variables" (2000). */
export function gamma(random: () => number, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = normal(random);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x ** 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

export function poisson(random: () => number, mean: number): number {
  if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
  let [count, product] = [0, random()];
  for (const limit = Math.exp(-mean); product > limit; product *= random()) count += 1;
  return count;
}

/** A negative binomial count whose variance is the dispersion times its mean. */
export function overdispersed(random: () => number, mean: number, dispersion: number): number {
  if (mean <= 0) return 0;
  if (dispersion <= 1) return poisson(random, mean);
  const shape = mean / (dispersion - 1);
  return poisson(random, (mean * gamma(random, shape)) / shape);
}

/** Monday to Sunday: a desk that works on weekdays. */
const weekdayPattern = [1.35, 1.15, 1.1, 1.1, 1.05, 0.15, 0.1];

/** Stable series of a desk: usual levels from one in two days to forty a day, some more uneven than others. */
export function stableDays(random: () => number, seriesCount: number, days: number) {
  return Array.from({length: seriesCount}, (_, index) => {
    const mean = 0.5 * 80 ** (index / Math.max(1, seriesCount - 1));
    const dispersion = 1 + random() * 1.5;
    const counts = Array.from({length: days}, (_day, day) =>
      overdispersed(random, mean * (weekdayPattern[day % 7] ?? 1), dispersion),
    );
    return {key: `series ${index}`, mean, dispersion, counts};
  });
}
