import type {DefinitionBlock} from '../definition-block.ts';
import {Actions} from './actions.tsx';
import {CellContent} from './data-table.tsx';
import {t} from '../../wording/t.ts';

/** Longer texts take a row of their own, and longer words, which would break anywhere. */
const widest = 40;
const widestWord = /\S{25}/;

/** One metric of the catalogue, with its query word for word. */
export function DefinitionEntry({block}: {block: DefinitionBlock}) {
  return (
    <section id={block.id} class="entry" aria-labelledby={`${block.id}-title`}>
      <div class="entry-head">
        <h2 id={`${block.id}-title`}>
          {block.href ? <a href={block.href}>{block.title}</a> : block.title}
        </h2>
        <p class="entry-value">
          <CellContent cell={block.value} />
        </p>
      </div>
      <p class="prose">{block.definition}</p>
      <dl class="facts">
        {block.facts.map(({label, text}) => (
          <div class={text.length > widest || widestWord.test(text) ? 'wide' : undefined}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <details class="query">
        <summary>{t`The query`}</summary>
        <pre tabindex={0}>
          <code>{block.sql}</code>
        </pre>
      </details>
      <Actions downloads={block.downloads} />
    </section>
  );
}
