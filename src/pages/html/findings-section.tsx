import type {FindingsBlock, ResolvedFinding} from '../findings-block.ts';
import {shortTitle} from '../findings-told.ts';
import {Actions} from './actions.tsx';
import {Facts} from './facts.tsx';
import {t} from '../../wording/t.ts';

/** What was found: news as a list, what was told before in a line that unfolds. */
export function FindingsSection({block}: {block: FindingsBlock}) {
  const {id, title, subtitle, items, known, note, downloads, isPending} = block;
  return (
    <section
      id={id}
      class="findings"
      aria-labelledby={`${id}-title`}
      data-pending={isPending}
      aria-busy={isPending}
    >
      <h2 id={`${id}-title`}>{title}</h2>
      {subtitle !== '' && <p class="sub">{subtitle}</p>}
      {items.length > 0 && <FindingList findings={items} />}
      {known.length > 0 && (
        <details class="still">
          <summary>
            <b>{t`Still so:`}</b> {known.map(({title: each}) => shortTitle(each)).join(t`; `)}
          </summary>
          <FindingList findings={known} />
        </details>
      )}
      {note.length > 0 && (
        <p class="foot">
          <Facts facts={note} />
        </p>
      )}
      <Actions downloads={downloads} />
    </section>
  );
}

function FindingList({findings}: {findings: readonly ResolvedFinding[]}) {
  return (
    <ol>
      {findings.map((finding) => (
        <FindingEntry finding={finding} />
      ))}
    </ol>
  );
}

function FindingEntry({finding}: {finding: ResolvedFinding}) {
  const {id, title, text, evidence, news, newsText, suggestion, propose} = finding;
  return (
    <li id={id}>
      <h3>{title}</h3>
      <p class="evidence">
        <span class={`news ${news}`}>{newsText}</span> {evidence}
      </p>
      <p>
        <Facts facts={text} />
      </p>
      <p class="suggestion">
        {suggestion} {/* A pack keeps no links. */}
        {propose?.href && <a href={propose.href}>{propose.label}</a>}
      </p>
    </li>
  );
}
