import type {DecisionBlock} from '../decision-block.ts';
import {DecisionFold} from './decision-fold.tsx';
import {Facts} from './facts.tsx';

/** What is decided, the forms to decide otherwise, and the way to the next one. */
export function DecisionSection({block}: {block: DecisionBlock}) {
  const {id, title, state, forms, action, version, walk, exports, of} = block;
  return (
    <section id={id} class="decision" data-list={of.list} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <p class="decision-state">
        <Facts facts={state} />
      </p>
      <div class="decision-forms">
        {forms.map((form) => (
          <DecisionFold form={form} action={action} version={version} />
        ))}
      </div>
      {walk.length > 0 && (
        <nav class="walk" aria-label={of.others}>
          {walk.map(({label, href, rel}) => (
            <a href={href} data-walk={rel} rel={rel === 'undecided' ? undefined : rel}>
              {label}
            </a>
          ))}
        </nav>
      )}
      {exports && (
        <p class="exports">
          {exports.title}:{' '}
          {exports.files.map(({label, href}) => (
            <a href={href} download>
              {label}
            </a>
          ))}
        </p>
      )}
      {block.links && (
        <p class="exports">
          {block.links.map(({label, href}) => (
            <a href={href}>{label}</a>
          ))}
        </p>
      )}
    </section>
  );
}
