import {z} from 'zod';

/** One line of text that somebody typed. */
export function typedLine(most: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^\P{Cc}*$/u);
}

/** Several, which may be none. */
export function typedLines(most: number) {
  return z
    .string()
    .trim()
    .max(most)
    .regex(/^[\P{Cc}\r\n\t]*$/u);
}
