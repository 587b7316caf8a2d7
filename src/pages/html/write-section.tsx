import type {WriteBlock} from '../decision-block.ts';
import {DecisionFields} from './decision-fold.tsx';
import {Facts} from './facts.tsx';

/** Something to write down, filled in as far as facts go. */
export function WriteSection({block}: {block: WriteBlock}) {
  const {id, title, state, action, hidden, fields, submit} = block;
  return (
    <section id={id} class="decision write" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {state.length > 0 && (
        <p class="decision-state">
          <Facts facts={state} />
        </p>
      )}
      <form class="decide-by" method="post" action={action}>
        {hidden.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <div class="fields">
          <DecisionFields fields={fields} />
        </div>
        <button type="submit">{submit}</button>
      </form>
    </section>
  );
}
