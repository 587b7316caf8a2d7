import {fork, type ChildProcess} from 'node:child_process';
import {mkdirSync, mkdtempSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {Answer} from './child.ts';
import type {Verdict} from './judge.ts';

/** A child process that imports file after file; a new one takes over after a crash or a hang. */
export class Importer {
  #directory: string;
  #seconds: number;
  #child: ChildProcess | null = null;

  /** @param seconds that one file may take */
  constructor(directory: string, seconds: number) {
    this.#directory = directory;
    this.#seconds = seconds;
    mkdirSync(directory);
  }

  async verdictOn(number: number, bytes: Buffer): Promise<Verdict> {
    const path = join(this.#directory, 'export');
    writeFileSync(path, bytes);
    const child = (this.#child ??= this.#newChild());
    return new Promise<Verdict>((resolve) => {
      const end = (verdict: Verdict) => {
        clearTimeout(timer);
        child.removeAllListeners();
        resolve(verdict);
      };
      const failed = (kind: string) => {
        this.#child = null;
        end({end: 'error', kind, rowsRead: 0, problems: [kind]});
      };
      const timer = setTimeout(() => {
        failed(`a hang of more than ${this.#seconds} s`);
        child.kill('SIGKILL');
      }, this.#seconds * 1000);
      child.once('message', ({verdict}: Answer) => end(verdict));
      child.once('exit', (code, signal) => failed(`a crash (${signal ?? code})`));
      child.send({number, path});
    });
  }

  close(): void {
    this.#child?.kill('SIGKILL');
  }

  #newChild(): ChildProcess {
    const workspace = mkdtempSync(join(this.#directory, 'workspace-'));
    const temporary = join(workspace, 'tmp');
    mkdirSync(temporary);
    const program = fileURLToPath(import.meta.url).replace(/importer(\.\w+)$/, 'child$1');
    return fork(program, [workspace], {env: {...process.env, TMPDIR: temporary}});
  }
}
