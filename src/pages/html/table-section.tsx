import type {Choice, Pager, TableBlock} from '../table-block.ts';
import {Actions} from './actions.tsx';
import {DataTable} from './data-table.tsx';
import {Facts} from './facts.tsx';
import {t} from '../../wording/t.ts';

/** A table that is a figure of its own. */
export function TableSection({block}: {block: TableBlock}) {
  return (
    <section id={block.id} aria-labelledby={block.title === '' ? undefined : `${block.id}-title`}>
      {block.title !== '' && <h2 id={`${block.id}-title`}>{block.title}</h2>}
      {block.subtitle !== '' && <p class="sub">{block.subtitle}</p>}
      {block.choices && <Choices of={block.title} choices={block.choices} />}
      <DataTable table={block.table} caption={block.title} isCaptionHidden />
      {block.pager && <PagerLinks pager={block.pager} />}
      {block.note.length > 0 && (
        <p class="foot">
          <Facts facts={block.note} />
        </p>
      )}
      <Actions downloads={block.downloads} />
    </section>
  );
}

function Choices({of, choices}: {of: string; choices: readonly Choice[]}) {
  return (
    <nav class="choices" aria-label={t`Ways to cut: ${of}`}>
      {choices.map(({label, options}) => (
        <p>
          <span>{label}</span>
          {options.map((option) => (
            <a href={option.href} aria-current={option.isChosen ? 'true' : undefined}>
              {option.label}
            </a>
          ))}
        </p>
      ))}
    </nav>
  );
}

function PagerLinks({pager}: {pager: Pager}) {
  return (
    <nav class="pager" aria-label={t`Pages of this table`}>
      {pager.previous && (
        <a href={pager.previous} rel="prev">
          {t`‹ Previous`}
        </a>
      )}
      <span>{pager.label}</span>
      {pager.next && (
        <a href={pager.next} rel="next">
          {t`Next ›`}
        </a>
      )}
    </nav>
  );
}
