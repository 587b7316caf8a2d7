import type {DefinitionBlock} from '../definition-block.ts';
import {Actions} from './actions.tsx';
import {CellContent} from './data-table.tsx';
import {t} from '../../wording/t.ts';

type Fact = DefinitionBlock['facts'][number];

/** Longer texts take a row of their own, and longer words, which would break anywhere. */
const widest = 40;
const widestWord = /\S{25}/;

function isLong({text}: Fact): boolean {
  return text.length > widest || widestWord.test(text);
}

/** One metric of the catalogue, with its query word for word. In a list of many, details are folded away. */
export function DefinitionEntry({block}: {block: DefinitionBlock}) {
  const isOneOfMany = block.href !== undefined;
  const folded = isOneOfMany ? block.facts.filter(({isDetail}) => isDetail) : [];
  const shown = block.facts.filter((fact) => !folded.includes(fact));
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
      <FactList facts={shown} />
      <details class="query">
        <summary>{isOneOfMany ? t`Cuts and query` : t`The query`}</summary>
        <FactList facts={folded} />
        <pre tabindex={0}>
          <code>{block.sql}</code>
        </pre>
      </details>
      <Actions downloads={block.downloads} />
    </section>
  );
}

function FactList({facts}: {facts: readonly Fact[]}) {
  if (facts.length === 0) return null;
  return (
    <dl class="facts">
      {facts.map((fact) => (
        <div class={isLong(fact) ? 'wide' : undefined}>
          <dt>{fact.label}</dt>
          <dd>{fact.text}</dd>
        </div>
      ))}
    </dl>
  );
}
