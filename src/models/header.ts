/** The comment lines a file begins with: sentences and `@tag value` lines. */
export interface Header {
  sentences: string[];
  tags: Record<string, string>;
}

/** Reads the header of an SQL file: `--` lines up to the first other line. */
export function parseHeader(sql: string): Header {
  const header: Header = {sentences: [], tags: {}};
  for (const line of sql.split('\n')) {
    if (!line.startsWith('--')) break;
    const text = line.slice(2).trim();
    const tag = /^@(\w+)\s*(.*)$/.exec(text);
    if (tag?.[1]) header.tags[tag[1]] = tag[2] ?? '';
    else if (text !== '') header.sentences.push(text);
  }
  return header;
}

/**
 * The comments at the ends of the output columns' lines in the outermost select, by column name.
 * That select is the only one that is not indented, or in a union the first: the house form of a model.
 */
export function parseColumnDocs(sql: string): Record<string, string> {
  const lines = sql.split('\n');
  const start = lines.findIndex((line) => /^select\b/i.test(line));
  const docs: Record<string, string> = {};
  for (const line of start < 0 ? [] : lines.slice(start)) {
    if (/^from\b/i.test(line)) break;
    const match = /(\w+)"?\s*,?\s*--\s*(.+)$/.exec(line);
    if (match?.[1] && match[2]) docs[match[1]] = match[2].trim();
  }
  return docs;
}
