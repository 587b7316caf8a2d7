import {closeSync, openSync, writeSync} from 'node:fs';

const bufferedLength = 1 << 20;

/** Lines on their way into a new file, in few large writes; for threads that may wait for the disk. */
export class LineWriter {
  readonly path: string;
  #file: number;
  #pending: string[] = [];
  #length = 0;

  constructor(path: string) {
    this.path = path;
    this.#file = openSync(path, 'wx');
  }

  /** @param line without its line feed */
  write(line: string): void {
    this.#pending.push(line);
    this.#length += line.length;
    if (this.#length >= bufferedLength) this.#flush();
  }

  close(): void {
    this.#flush();
    closeSync(this.#file);
  }

  #flush(): void {
    if (this.#pending.length === 0) return;
    const bytes = Buffer.from(`${this.#pending.join('\n')}\n`);
    // A write may take less than it was given, as on a disk that is nearly full.
    for (let at = 0; at < bytes.length;) at += writeSync(this.#file, bytes, at);
    this.#pending = [];
    this.#length = 0;
  }
}
