import type {PostField, PostForm, PostsBlock} from '../posts-block.ts';

/** Forms that add or send something, one under the other. */
export function PostsSection({block}: {block: PostsBlock}) {
  const {id, title, subtitle, action, forms} = block;
  return (
    <section id={id} class="posts" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {subtitle !== '' && <p class="sub">{subtitle}</p>}
      {forms.map((form) => (
        <Post form={form} action={action} />
      ))}
    </section>
  );
}

function Post({form, action}: {form: PostForm; action: string}) {
  const {task, hidden, fields, submit, explanation} = form;
  return (
    <form method="post" action={action}>
      <input type="hidden" name="task" value={task} />
      {hidden.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => (
        <label class={`of-${field.input}`}>
          <span>{field.label}</span>
          <Field field={field} />
        </label>
      ))}
      <button type="submit">{submit}</button>
      {explanation !== '' && <p>{explanation}</p>}
    </form>
  );
}

function Field({field}: {field: PostField}) {
  const {name} = field;
  switch (field.input) {
    case 'choice':
      return (
        <select name={name}>
          {field.options.map(({value, label}) => (
            <option value={value}>{label}</option>
          ))}
        </select>
      );
    case 'lines':
      return <textarea name={name} rows={3} maxLength={field.most} required />;
    case 'line': {
      const autocomplete = field.autocomplete ?? 'off';
      return <input type="text" maxLength={field.most} required {...{name, autocomplete}} />;
    }
  }
}
