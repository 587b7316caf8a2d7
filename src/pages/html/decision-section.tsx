import type {DecisionBlock} from '../resolved-page.ts';
import {DecisionFold} from './decision-fold.tsx';
import {Facts} from './facts.tsx';

/** What is decided, the forms to decide otherwise, and the way to the next candidate. */
export function DecisionSection({block}: {block: DecisionBlock}) {
  const {id, title, state, forms, action, version, walk, exports} = block;
  return (
    <section id={id} class="decision" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <p class="decision-state">
        <Facts facts={state} />
      </p>
      <div class="decision-forms">
        {forms.map((form) => (
          <DecisionFold form={form} action={action} version={version} />
        ))}
      </div>
      <nav class="walk" aria-label="Other candidates">
        {walk.map(({label, href, rel}) => (
          <a href={href} data-walk={rel} rel={rel === 'undecided' ? undefined : rel}>
            {label}
          </a>
        ))}
      </nav>
      <p class="exports">
        Problem record:{' '}
        {exports.map(({label, href}) => (
          <a href={href} download>
            {label}
          </a>
        ))}
      </p>
    </section>
  );
}
