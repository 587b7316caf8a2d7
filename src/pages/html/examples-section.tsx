import type {ExamplesBlock} from '../examples-block.ts';
import {MarkedWords} from './marked-words.tsx';

/** Incidents quoted in lists side by side. */
export function ExamplesSection({block}: {block: ExamplesBlock}) {
  const {id, title, subtitle, groups} = block;
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <p class="sub">{subtitle}</p>
      <div class="examples">
        {groups.map((group) => (
          <div>
            <h3>{group.title}</h3>
            <p class="sub">{group.note}</p>
            <ul>
              {group.items.map(({href, number, wording, detail}) => (
                <li>
                  <p>
                    <MarkedWords runs={wording} />
                  </p>
                  <small>
                    <a href={href}>{number}</a> · {detail}
                  </small>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
