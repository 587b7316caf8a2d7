/** A question to ask of the page; the answer is the page at another address. */
export interface FormBlock {
  kind: 'form';
  id: string;
  title: string;
  subtitle: string;
  /** Where it is sent, by GET. */
  action: string;
  /** What else the address keeps. */
  hidden: [string, string][];
  fields: FormField[];
  submit: string;
  reset: {label: string; href: string} | null;
}

export type FormField = {name: string; label: string; value: string} & (
  | {options: {value: string; label: string}[]}
  | {input: 'text'; placeholder: string}
  | {input: 'datetime-local'; max: string}
);
