import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {TestProject} from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Shared by all test files of a run and removed after it. */
    runDirectory: string;
  }
}

/** Only makes the place: what costs time is built by the first test that needs it. */
export default function setup(project: TestProject): () => void {
  const directory = mkdtempSync(join(tmpdir(), 'meantime-test-'));
  project.provide('runDirectory', directory);
  return () => rmSync(directory, {recursive: true, force: true, maxRetries: 3});
}
