import type {DecisionField, DecisionForm} from '../decision-form.ts';

interface FoldProps {
  form: DecisionForm;
  action: string;
  version: number;
}

/** One decision behind a fold: a plain form. The browser offers the name it knows from the last time. */
export function DecisionFold({form, action, version}: FoldProps) {
  const {task, key, summary, explanation, fields, submit} = form;
  return (
    <details
      class="decide-by"
      name="decide"
      data-key={key === '' ? undefined : key}
      data-task={task}
    >
      <summary>{summary}</summary>
      <form method="post" action={form.action ?? action}>
        <p>{explanation}</p>
        <input type="hidden" name="task" value={task} />
        <input type="hidden" name="version" value={String(version)} />
        <DecisionFields fields={fields} />
        <button type="submit">{submit}</button>
      </form>
    </details>
  );
}

export function DecisionFields({fields}: {fields: readonly DecisionField[]}) {
  return (
    <>
      {fields.map((field) => (
        <label class={`of-${field.input.replace(' ', '-')}`}>
          <span>{field.label}</span>
          <FieldInput field={field} />
        </label>
      ))}
    </>
  );
}

function FieldInput({field}: {field: DecisionField}) {
  const {name, value, isRequired, min, max} = field;
  const shared = {name, value, required: isRequired, autocomplete: field.autocomplete ?? 'off'};
  switch (field.input) {
    case 'date':
      return <input type="date" min={min} max={max} {...shared} />;
    case 'number':
      return <input type="number" step="any" min={min} max={max} {...shared} />;
    case 'long text':
      return (
        <textarea name={name} rows={2} maxLength={mostLength('reason')} required={isRequired}>
          {value}
        </textarea>
      );
    case 'choice':
      return (
        <select name={name} required={isRequired}>
          {(field.options ?? []).map((option) => (
            <option value={option.value} selected={option.value === value}>
              {option.label}
            </option>
          ))}
        </select>
      );
    case 'text':
      return <input type="text" maxLength={mostLength(name)} {...shared} />;
  }
}

function mostLength(name: string): number {
  if (name === 'reason') return 500;
  return name === 'title' ? 200 : 100;
}
