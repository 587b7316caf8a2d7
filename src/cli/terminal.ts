import type {Log} from '../base/log.ts';
import type {Progress} from '../base/progress.ts';
import type {Style} from './command.ts';

/** What of a process stream the command line needs; tests pass a recording one. */
export interface OutputStream {
  write(data: string | Uint8Array, done?: (error?: Error | null) => void): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export interface Terminal {
  log: Log;
  progress: Progress;
}

export type Environment = Readonly<Record<string, string | undefined>>;

interface TerminalOptions {
  env: Environment;
  now(): Date;
}

const eraseLine = '\r\u001b[2K';

/** How long plain output waits before it says again where long work is. */
const stepEveryMs = 2_000;
const shareEveryMs = 10_000;

/**
 * Log and progress on one stream: a terminal redraws one line, which log lines push down;
 * anything else gets a plain line now and then.
 */
export function terminalOn(stream: OutputStream, options: TerminalOptions): Terminal {
  const style = styleFor(stream, options.env);
  const progress =
    stream.isTTY === true && options.env.TERM !== 'dumb'
      ? redrawnProgress(stream, style)
      : plainProgress(stream, options.now);
  const line = (text: string) => {
    progress.done();
    stream.write(`${printable(text)}\n`);
  };
  return {
    log: {
      info: line,
      warn(message) {
        progress.done();
        stream.write(`${style.warning('Warning:')} ${printable(message)}\n`);
      },
    },
    progress,
  };
}

function redrawnProgress(stream: OutputStream, style: Style): Progress {
  let isDrawn = false;
  return {
    report(step, share) {
      const text = progressText(printable(step), share).slice(0, (stream.columns ?? 80) - 1);
      stream.write(eraseLine + style.faint(text));
      isDrawn = true;
    },
    done() {
      if (isDrawn) stream.write(eraseLine);
      isDrawn = false;
    },
  };
}

function plainProgress(stream: OutputStream, now: () => Date): Progress {
  let lastStep: string | null = null;
  let lastAt = 0;
  return {
    report(step, share) {
      const wait = lastStep === null ? 0 : step === lastStep ? shareEveryMs : stepEveryMs;
      if (now().getTime() - lastAt < wait) return;
      lastStep = step;
      lastAt = now().getTime();
      stream.write(`${progressText(printable(step), share)}\n`);
    },
    done() {
      lastStep = null;
    },
  };
}

function progressText(step: string, share: number | null): string {
  return share === null ? `${step} …` : `${step} ${Math.floor(share * 100)}\u202f%`;
}

/** Styles for text that goes to `stream`: none where it is no terminal, is dumb, or NO_COLOR is set. */
export function styleFor(stream: OutputStream, env: Environment): Style {
  const isStyled = stream.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';
  const code = (on: number, off: number) => (text: string) =>
    isStyled ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  return {
    strong: code(1, 22),
    faint: code(2, 22),
    good: code(32, 39),
    bad: code(31, 39),
    warning: code(33, 39),
  };
}

/**
 * Text from a file as a terminal may show it: control characters, which could move the cursor or
 * recolour the screen, become their visible pictures. Line ends stay.
 */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, (character) => {
    const code = character.charCodeAt(0);
    if (character === '\t') return ' ';
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
  });
}
