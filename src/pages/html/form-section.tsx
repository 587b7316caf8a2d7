import type {FormBlock, FormField} from '../form-block.ts';

/** A question to ask of the page: a plain form whose answer is another address of the same page. */
export function FormSection({block}: {block: FormBlock}) {
  const {id, title, subtitle, action, hidden, fields, submit, reset} = block;
  return (
    <section
      id={id}
      class="ask"
      aria-label={title === '' ? submit : undefined}
      aria-labelledby={title === '' ? undefined : `${id}-title`}
    >
      {title !== '' && <h2 id={`${id}-title`}>{title}</h2>}
      {subtitle !== '' && <p class="sub">{subtitle}</p>}
      <form
        class="question-form"
        method="get"
        action={action}
        aria-labelledby={title === '' ? undefined : `${id}-title`}
      >
        {hidden.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {fields.map((field) => (
          <label>
            <span>{field.label}</span>
            <Field field={field} />
          </label>
        ))}
        <button type="submit">{submit}</button>
        {reset && <a href={reset.href}>{reset.label}</a>}
      </form>
    </section>
  );
}

function Field({field}: {field: FormField}) {
  const {name, value} = field;
  if ('options' in field) {
    return (
      <select name={name}>
        {field.options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    );
  }
  if (field.input === 'text') {
    const {placeholder} = field;
    return (
      <input type="text" name={name} value={value} placeholder={placeholder} autocomplete="off" />
    );
  }
  return <input type="datetime-local" name={name} value={value} max={field.max} />;
}
