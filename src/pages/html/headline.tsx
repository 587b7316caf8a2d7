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
      {block.index && <Index groups={block.index} />}
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

function Index({groups}: {groups: NonNullable<HeadlineBlock['index']>}) {
  return (
    <nav class="index" aria-label={t`On this page`}>
      {groups.map(({label, links}) => (
        <div>
          <b>{label}</b>
          <p>
            {links.map(({label: name, href}) => (
              <a href={href}>{name}</a>
            ))}
          </p>
        </div>
      ))}
    </nav>
  );
}
