import type {ListBlock} from '../list-block.ts';
import {Facts} from './facts.tsx';

/** What to decide, or the small print. */
export function ListSection({block}: {block: ListBlock}) {
  if (block.items.length === 0) return null;
  const items = block.items.map(({lead, text}) => (
    <li>
      {lead !== '' && <b>{lead}</b>} <Facts facts={text} />
    </li>
  ));
  return (
    <section id={block.id} class={block.tone} aria-labelledby={`${block.id}-title`}>
      <h2 id={`${block.id}-title`}>{block.title}</h2>
      {block.tone === 'decide' ? <ol>{items}</ol> : <ul>{items}</ul>}
    </section>
  );
}
