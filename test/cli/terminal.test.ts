import {describe, expect, test} from 'vitest';
import {styleFor, terminalOn} from '../../src/cli/terminal.ts';
import {recording} from './run-meantime.ts';

describe('progress', () => {
  test('redraws one line on a terminal and clears it for log lines', () => {
    const stream = recording(true);
    const {log, progress} = terminalOn(stream, {env: {NO_COLOR: '1'}, now: () => new Date(0)});
    progress.report('reading rows', 0.256);
    progress.report('reading rows', 0.5);
    log.info('done');
    expect(stream.text()).toBe(
      '\r\u001b[2Kreading rows 25\u202f%\r\u001b[2Kreading rows 50\u202f%\r\u001b[2Kdone\n',
    );
  });

  test('is plain lines elsewhere, at most one every few seconds', () => {
    const stream = recording(false);
    let seconds = 0;
    const {progress} = terminalOn(stream, {env: {}, now: () => new Date(seconds * 1000 + 1e9)});
    for (; seconds < 25; seconds++) progress.report('reading rows', seconds / 25);
    expect(stream.text()).toBe(
      'reading rows 0\u202f%\nreading rows 40\u202f%\nreading rows 80\u202f%\n',
    );
  });
});

describe('colour', () => {
  test('is used on a terminal and nowhere else', () => {
    expect(styleFor(recording(true), {}).bad('x')).toBe('\u001b[31mx\u001b[39m');
    expect(styleFor(recording(false), {}).bad('x')).toBe('x');
  });

  test('is left out when NO_COLOR is set or the terminal is dumb', () => {
    expect(styleFor(recording(true), {NO_COLOR: '1'}).strong('x')).toBe('x');
    expect(styleFor(recording(true), {TERM: 'dumb'}).strong('x')).toBe('x');
  });
});
