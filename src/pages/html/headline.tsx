import type {HeadlineBlock} from '../headline-block.ts';
import {Facts} from './facts.tsx';
import {t} from '../../wording/t.ts';

/** The finding of the period and one paragraph of facts. */
export function Headline({block}: {block: HeadlineBlock}) {
  return (
    <div class="opening">
      <h1 class="headline">{block.text}</h1>
      {block.lede.length > 0 && (
        <p class="lede">
          <Facts facts={block.lede} />
        </p>
      )}
      {block.contents && (
        <nav class="contents" aria-label={t`On this page`}>
          {block.contents.map(({label, href}) => (
            <a href={href}>{label}</a>
          ))}
        </nav>
      )}
    </div>
  );
}
