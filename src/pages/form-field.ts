/** A field of a question that is asked of a page. */
export type FormField = {name: string; label: string; value: string} & (
  | {options: {value: string; label: string}[]}
  | {input: 'text'; placeholder: string}
  | {input: 'datetime-local'; max: string}
);
