/** `{0}`, or `{0?ouvert|ouverts}`: the first word for less than two of it, the second for more. */
const hole = /\{(\d+)(?:\?([^|{}]*)\|([^|{}]*))?\}/g;

/**
 * A wording with its holes filled, in any order.
 * The word before a hole joins what fills it, as French has it: “de {0}” makes “du stock”, “des délais”, “d’avril”.
 */
export function fill(wording: string, values: readonly (string | number)[]): string {
  const filled = wording.replace(hole, (_, place: string, one?: string, many?: string) => {
    const value = String(values[Number(place)] ?? '');
    if (one === undefined) return `${joint}${value}`;
    return isSeveral(value) ? (many ?? '') : one;
  });
  return filled
    .replace(/\b([Dd])e \u0001le (?=\S)/g, '$1u ')
    .replace(/\b([Dd])e \u0001les (?=\S)/g, '$1es ')
    .replace(/\b([Dd])e \u0001(?=[aeiouyàâéèêëîïôœ])/giu, '$1’')
    .replace(/(^|\s)à \u0001le (?=\S)/g, '$1au ')
    .replace(/(^|\s)à \u0001les (?=\S)/g, '$1aux ')
    .replaceAll(joint, '');
}

/** Stands where a hole began, until words are joined. */
const joint = '\u0001';

/** French counts from two on as several: `0`, `1` and `1,5` are not. */
function isSeveral(value: string): boolean {
  const number = Number(value.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.'));
  return Number.isNaN(number) ? !/^(un|une|aucun|aucune)$/i.test(value) : Math.abs(number) >= 2;
}
