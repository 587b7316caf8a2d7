import type {Fact} from '../fact.ts';
import {signalWords} from './signal-mark.tsx';

/** A range keeps its ends on one line: an en dash lets lines break behind it, even before a no-break space. */
function unbroken(text: string): string {
  return text.replaceAll('–\u202f', '–\u2060\u202f');
}

/** Runs of text, some of them links to the incidents they were computed from. */
export function Facts({facts}: {facts: readonly Fact[]}) {
  return (
    <>
      {facts.map(({text: said, href, signal}) => {
        const text = unbroken(said);
        const className = signal && signalWords[signal] ? `verdict ${signal}` : undefined;
        if (href) {
          return (
            <a href={href} class={className}>
              {text}
            </a>
          );
        }
        return className ? <b class={className}>{text}</b> : text;
      })}
    </>
  );
}
