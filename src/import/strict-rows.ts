/** A row of a text table, cut as the engine cuts it. */
export interface StrictRow {
  cells: string[];
  /** A quoted cell goes on after its quote, or is never closed: the rest of its line belongs to it. */
  isBroken: boolean;
}

/**
 * Cuts a table into rows, chunk by chunk, and goes on with the next line after a row that is broken: other
 * readers look for the next quote there, and swallow the rows up to it.
 */
export async function* strictRows(
  chunks: AsyncIterable<string>,
  {delimiter, quote}: {delimiter: string; quote: '"' | null},
): AsyncGenerator<StrictRow> {
  const cutter = new RowCutter(delimiter, quote);
  for await (const chunk of chunks) yield* cutter.read(chunk);
  yield* cutter.end();
}

type Place = 'start' | 'plain' | 'quoted' | 'closed' | 'broken';

class RowCutter {
  #delimiter: string;
  #quote: string | null;
  #place: Place = 'start';
  #cell = '';
  #row: StrictRow = {cells: [], isBroken: false};

  constructor(delimiter: string, quote: string | null) {
    this.#delimiter = delimiter;
    this.#quote = quote;
  }

  *read(chunk: string): Generator<StrictRow> {
    for (const character of chunk) {
      if (this.#place === 'quoted') this.#inQuotes(character);
      else if (character === '\n') yield this.#endRow();
      else this.#outside(character);
    }
  }

  *end(): Generator<StrictRow> {
    if (this.#place === 'quoted') this.#row.isBroken = true;
    if (this.#cell !== '' || this.#place !== 'start' || this.#row.cells.length > 0)
      yield this.#endRow();
  }

  #inQuotes(character: string): void {
    if (character === this.#quote) this.#place = 'closed';
    else this.#cell += character;
  }

  #outside(character: string): void {
    if (this.#place === 'closed' && character === this.#quote) {
      this.#cell += character;
      this.#place = 'quoted';
    } else if (this.#place === 'start' && character === this.#quote) this.#place = 'quoted';
    else if (this.#place !== 'broken' && character === this.#delimiter) {
      this.#row.cells.push(this.#cell);
      this.#cell = '';
      this.#place = 'start';
    } else if (this.#place === 'closed' && character !== '\r') {
      this.#row.isBroken = true;
      this.#cell += character;
      this.#place = 'broken';
    } else {
      this.#cell += character;
      if (this.#place === 'start') this.#place = 'plain';
    }
  }

  #endRow(): StrictRow {
    // Of CR LF the first half has been taken for text.
    this.#row.cells.push(this.#cell.replace(/\r$/, ''));
    const row = this.#row;
    this.#row = {cells: [], isBroken: false};
    this.#cell = '';
    this.#place = 'start';
    return row;
  }
}
