import {fill} from './fill.ts';
import {wordingOf} from './language.ts';

type Value = string | number;

/**
 * A text in the language that holds: `` t`${count} incidents opened` `` is looked up as
 * `{0} incidents opened`. The English stays where it is made, and is what is said where no wording is known.
 * For texts that are made while something is answered; constants take `phrase`.
 */
export function t(parts: TemplateStringsArray, ...values: Value[]): string {
  const wording = wordingOf(keyOf(parts));
  return wording === undefined ? plain(parts, values) : fill(wording, values);
}

/** Marks a text that is made before the language is known, such as a constant: `translated` says it. */
export function phrase(parts: TemplateStringsArray): string {
  return parts[0] ?? '';
}

/** A text made elsewhere (a `phrase`, a title of a page's definition) in the language that holds. */
export function translated(text: string): string {
  return wordingOf(text) ?? text;
}

/** `{0} incidents opened`. */
function keyOf(parts: readonly string[]): string {
  return parts.reduce((key, part, index) => `${key}{${index - 1}}${part}`);
}

function plain(parts: readonly string[], values: readonly Value[]): string {
  return parts.reduce((text, part, index) => `${text}${values[index - 1] ?? ''}${part}`);
}
