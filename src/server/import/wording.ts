/** `1.4 GB`, `23 MB`, `612 kB`, `87 bytes`: decimal, as systems show sizes. */
export function fileSize(bytes: number): string {
  const units: [number, string][] = [
    [1e9, 'GB'],
    [1e6, 'MB'],
    [1e3, 'kB'],
  ];
  const [size, unit] = units.find(([size]) => bytes >= size) ?? [1, 'bytes'];
  const count = bytes / size;
  const digits = size > 1 && count < 10 && !Number.isInteger(count) ? 1 : 0;
  return `${count.toFixed(digits)}\u202f${unit}`;
}

/** A share as a whole percentage that never rounds to none or all of it. */
export function percent(share: number): string {
  const whole = Math.round(share * 100);
  if (share > 0 && whole === 0) return '<1\u202f%';
  if (share < 1 && whole === 100) return '>99\u202f%';
  return `${whole}\u202f%`;
}

/** Text cut to a width, with an ellipsis where something is missing. */
export function fitted(text: string, width: number): string {
  const flat = text.replace(/\s+/g, ' ');
  return flat.length <= width ? flat : `${flat.slice(0, width - 1)}…`;
}
