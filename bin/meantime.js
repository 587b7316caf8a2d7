#!/usr/bin/env node
import {existsSync} from 'node:fs';

const main = new URL('../dist/src/cli/main.js', import.meta.url);
if (existsSync(main)) {
  const {processEffects, runCli} = await import(main.href);
  process.exitCode = await runCli(process.argv.slice(2), processEffects());
} else {
  console.error('Meantime is not built yet: run `npm ci`, or `npm run build` if it is installed.');
  process.exitCode = 1;
}
