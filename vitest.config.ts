import {defineConfig} from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    globalSetup: ['test/global-setup.ts'],
    // Only against a hang: two busy cores can take a minute for what takes seconds.
    testTimeout: 180_000,
    hookTimeout: 300_000,
    // A page under two busy cores may take longer than a second to change.
    expect: {poll: {timeout: 15_000}},
    // DuckDB and the browser each want a core; two workers keep a two-core machine busy and honest.
    maxWorkers: 2,
    pool: 'forks',
    // Half of a small file's time was loading the engine and the charts again: files share a process and what it has loaded.
    isolate: false,
  },
  oxc: {jsx: {runtime: 'automatic', importSource: 'preact'}},
});
