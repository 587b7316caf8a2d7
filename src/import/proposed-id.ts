/**
 * An id for the connector of a file: its name without dates, endings and punctuation, apart from the ids
 * there are. `Ticket-Export 2024-03.csv` becomes `ticket_export`.
 */
export function proposedId(fileName: string, taken: readonly string[]): string {
  const plain = baseName(fileName)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/(_\d+)+(?=_|$)/g, '')
    .replace(/^[^a-z]+|_+$/g, '');
  const id = plain === '' ? 'my_tool' : plain;
  if (!taken.includes(id)) return id;
  const next = [2, 3, 4, 5, 6, 7, 8, 9].find((number) => !taken.includes(`${id}_${number}`));
  return `${id}_${next ?? taken.length}`;
}

/** A title for it, as a person would write it. */
export function proposedTitle(fileName: string): string {
  const words = baseName(fileName)
    .replace(/[_\s]+/g, ' ')
    .trim();
  return words === '' ? 'My tool' : words.charAt(0).toUpperCase() + words.slice(1);
}

function baseName(fileName: string): string {
  return fileName.replace(/(\.(csv|tsv|txt|gz|xlsx?|json))+$/i, '');
}
