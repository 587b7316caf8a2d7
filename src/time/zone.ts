/** Whether this machine's zone database knows the name, e.g. `Europe/Berlin`. */
export function isZone(name: string): boolean {
  // The engine's zone database has no bare offsets, which Intl accepts.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en-GB', {timeZone: name});
    return true;
  } catch {
    return false;
  }
}

/** Zones whose name contains the text, nearest first: what to offer after a typing error. */
export function zonesLike(text: string): string[] {
  const wanted = text.toLowerCase().replace(/[^a-z]/g, '');
  const names = ['UTC', ...Intl.supportedValuesOf('timeZone')];
  const plain = (name: string) => name.toLowerCase().replace(/[^a-z]/g, '');
  return names
    .filter((name) => wanted.length > 2 && plain(name).includes(wanted.slice(-6)))
    .slice(0, 3);
}
