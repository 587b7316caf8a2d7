import type {ListControlsBlock} from '../list-controls-block.ts';

/** Kept views, a search, which columns, and a way to keep the list as it is. */
export function ListControls({block}: {block: ListControlsBlock}) {
  const {id, views} = block;
  return (
    <section id={id} class="list-controls" aria-label="Find and arrange">
      {views.length > 0 && <Views views={views} />}
      <FindForm block={block} />
      <KeepForms block={block} />
    </section>
  );
}

function Views({views}: Pick<ListControlsBlock, 'views'>) {
  return (
    <nav class="choices" aria-label="Saved views">
      <p>
        <span>Views</span>
        {views.map(({name, by, href, isShown}) => (
          <a href={href} title={`Saved by ${by}`} aria-current={isShown ? 'true' : undefined}>
            {name}
          </a>
        ))}
      </p>
    </nav>
  );
}

function FindForm({block}: {block: ListControlsBlock}) {
  const {action, hidden, text, placeholder, columns, clearHref} = block;
  return (
    <form class="question-form" method="get" action={action} role="search">
      {hidden.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <label>
        <span>Find</span>
        <input
          type="search"
          name="text"
          value={text}
          placeholder={placeholder}
          autocomplete="off"
        />
      </label>
      <details class="filter columns-menu">
        <summary>Columns</summary>
        <fieldset>
          <legend>Columns</legend>
          <div class="options">
            {columns.map(({name, label, isChosen}) => (
              <label>
                <input type="checkbox" name="columns" value={name} checked={isChosen} />
                <span>{label}</span>
              </label>
            ))}
          </div>
        </fieldset>
      </details>
      <button type="submit">Show</button>
      {clearHref && <a href={clearHref}>All again</a>}
    </form>
  );
}

function KeepForms({block}: {block: ListControlsBlock}) {
  const {save, views} = block;
  return (
    <details class="keep-view">
      <summary>Keep this view</summary>
      <form class="question-form" method="post" action={save.action}>
        <input type="hidden" name="task" value="save" />
        <input type="hidden" name="query" value={save.query} />
        <NameField name="name" label="Name" most={80} placeholder={save.suggestion} />
        <NameField name="by" label="Your name" most={100} />
        <button type="submit">Keep it</button>
      </form>
      {views.length > 0 && (
        <form class="question-form" method="post" action={save.action}>
          <input type="hidden" name="task" value="remove" />
          <label>
            <span>Remove</span>
            <select name="name">
              {views.map(({name}) => (
                <option value={name}>{name}</option>
              ))}
            </select>
          </label>
          <NameField name="by" label="Your name" most={100} />
          <button type="submit">Remove it</button>
        </form>
      )}
    </details>
  );
}

interface NameFieldProps {
  name: string;
  label: string;
  most: number;
  placeholder?: string;
}

function NameField({name, label, most, placeholder}: NameFieldProps) {
  const completed = name === 'by' ? 'name' : 'off';
  return (
    <label>
      <span>{label}</span>
      <input
        type="text"
        name={name}
        required
        maxLength={most}
        placeholder={placeholder}
        autocomplete={completed}
      />
    </label>
  );
}
