/** A value axis whose pixels are known before drawing, so that labels can be kept apart. */
export interface LinearScale {
  domain: [number, number];
  /** Pixel of a value. */
  pixel(value: number): number;
  /** Value at a pixel: Plot wants values where a label was moved by pixels. */
  value(pixel: number): number;
}

export function linearScale(domain: [number, number], range: [number, number]): LinearScale {
  const perValue = (range[1] - range[0]) / (domain[1] - domain[0]);
  return {
    domain,
    pixel: (value) => range[0] + (value - domain[0]) * perValue,
    value: (pixel) => domain[0] + (pixel - range[0]) / perValue,
  };
}

/** The extent of what must be seen, never of zero length; null values are skipped. */
export function extent(values: Iterable<number | null | undefined>): [number, number] | null {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value == null || !Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low > high ? null : [low, high];
}

/** Round numbers (1, 2, 2.5 or 5 times a power of ten) inside the domain, about `count` of them. */
export function niceTicks([low, high]: [number, number], count: number): number[] {
  const span = high - low;
  if (!(span > 0) || !Number.isFinite(span) || count < 1) return [];
  const power = 10 ** Math.floor(Math.log10(span / count));
  const step = [1, 2, 2.5, 5, 10].map((m) => m * power).find((s) => span / s <= count + 0.5);
  if (step == null) return [];
  const ticks: number[] = [];
  // Counted in steps: adding the step up would carry its rounding error along.
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + span * 1e-9; i += 1)
    ticks.push(Number((i * step).toPrecision(12)));
  return ticks;
}
