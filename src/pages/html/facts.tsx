import type {Fact} from '../fact.ts';
import {signalWords} from './signal-mark.tsx';

/** Runs of text, some of them links to the incidents they were computed from. */
export function Facts({facts}: {facts: readonly Fact[]}) {
  return (
    <>
      {facts.map(({text, href, signal}) => {
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
