import {describe, expect, test} from 'vitest';
import {UserError} from '../../src/base/user-error.ts';
import {exitCodeFor, printError} from '../../src/cli/failure.ts';
import {recording, runMeantime} from './run-meantime.ts';

describe('the command line', () => {
  test('help lists every command and the options all of them share', async () => {
    const {code, stdout} = await runMeantime(['--help']);
    expect(code).toBe(0);
    for (const name of ['init', 'inspect', 'import', 'build', 'metrics', 'serve', 'doctor', 'demo'])
      expect(stdout).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
    expect(stdout).toContain('--workspace <directory>');
    expect(stdout).toContain('--json');
  });

  test('no words at all show the help too', async () => {
    const {code, stdout} = await runMeantime([]);
    expect(code).toBe(0);
    expect(stdout).toContain('Usage: meantime');
  });

  test('help of one command shows its own options', async () => {
    for (const words of [
      ['inspect', '--help'],
      ['help', 'inspect'],
    ]) {
      const {code, stdout} = await runMeantime(words);
      expect(code).toBe(0);
      expect(stdout).toContain('--save [file]');
    }
  });

  test('the version is the package’s', async () => {
    const {code, stdout} = await runMeantime(['--version']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test('a misspelt command is one line and a remedy on stderr, exit 1', async () => {
    const {code, stdout, stderr} = await runMeantime(['inspct']);
    expect({code, stdout}).toEqual({code: 1, stdout: ''});
    expect(stderr).toBe("Error: Unknown command 'inspct'.\nDid you mean inspect?\n");
  });

  test('an unknown option names itself and where to look', async () => {
    const {code, stderr} = await runMeantime(['inspect', '--zzz']);
    expect(code).toBe(1);
    expect(stderr.split('\n')[0]).toBe("Error: Unknown option '--zzz'.");
    expect(stderr).toContain('--help');
  });

  test('under --json an error is one JSON document on stdout', async () => {
    const {code, stdout, stderr} = await runMeantime(['inspect', '/nowhere/x.csv', '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      error: {
        message: 'There is no file /nowhere/x.csv.',
        remedy: 'Check the name and the folder.',
      },
    });
    expect(stderr).not.toContain('Error');
  });
});

describe('a failure', () => {
  const streams = () => ({
    stdout: recording(false),
    stderr: recording(false),
    env: {},
    isJson: false,
  });

  test('that the person can put right is exit 1, one line and the remedy', () => {
    const output = streams();
    const error = new UserError('The file\nis empty.', 'Export it again.');
    printError(error, output);
    expect(exitCodeFor(error)).toBe(1);
    expect(output.stderr.text()).toBe('Error: The file is empty.\nExport it again.\n');
  });

  test('of ours is exit 2 with its stack', () => {
    const output = streams();
    const error = new TypeError('x is not a function');
    printError(error, output);
    expect(exitCodeFor(error)).toBe(2);
    expect(output.stderr.text()).toContain('This is a bug in Meantime');
    expect(output.stderr.text()).toContain('main.test.ts');
  });

  test('of a full disk is the person’s, with the file', () => {
    const output = streams();
    const error = Object.assign(new Error('write'), {code: 'ENOSPC', path: '/data/landing.duckdb'});
    printError(error, output);
    expect(exitCodeFor(error)).toBe(1);
    expect(output.stderr.text()).toContain('/data/landing.duckdb: the disk is full.');
  });

  test('shows no control characters of a file’s text', () => {
    const output = streams();
    printError(new UserError('bad \u001b[31mname\u0007', 'Rename it.'), output);
    expect(output.stderr.text()).toContain('bad ␛[31mname␇');
  });
});
