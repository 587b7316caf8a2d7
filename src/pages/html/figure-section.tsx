import type {FigureBlock} from '../figure-block.ts';
import {Actions} from './actions.tsx';
import {FigureChart} from './chart.tsx';
import {Facts} from './facts.tsx';

/** A chart with what makes it believable: finding, measure, exclusions, numbers, definitions. */
export function FigureSection({block, isNarrow}: {block: FigureBlock; isNarrow: boolean}) {
  return (
    <figure id={block.id} class="figure" aria-labelledby={`${block.id}-title`}>
      <figcaption>
        <h2 id={`${block.id}-title`}>{block.title}</h2>
        <p class="sub">{block.subtitle}</p>
      </figcaption>
      <FigureChart block={block} isNarrow={isNarrow} />
      {block.note.length > 0 && (
        <p class="foot">
          <Facts facts={block.note} />
        </p>
      )}
      <Actions
        table={block.table}
        caption={`${block.title}: ${block.subtitle}`}
        question={block.question}
        definitions={block.definitions}
        downloads={block.downloads}
      />
    </figure>
  );
}
