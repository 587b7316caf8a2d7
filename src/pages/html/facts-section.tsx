import type {FactsBlock} from '../facts-block.ts';
import {CellContent} from './data-table.tsx';

/** Labelled facts of one thing. */
export function FactsSection({block}: {block: FactsBlock}) {
  return (
    <section id={block.id} aria-labelledby={block.title ? `${block.id}-title` : undefined}>
      {block.title !== '' && <h2 id={`${block.id}-title`}>{block.title}</h2>}
      <dl class="facts">
        {block.items.map(({label, cell}) => (
          <div>
            <dt>{label}</dt>
            <dd>
              <CellContent cell={cell} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
