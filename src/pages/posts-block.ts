/** Plain forms that add or send something, each sent by POST to the same address. */
export interface PostsBlock {
  kind: 'posts';
  id: string;
  title: string;
  subtitle: string;
  action: string;
  forms: PostForm[];
}

export interface PostForm {
  task: string;
  /** What the form says besides what is typed. */
  hidden: [string, string][];
  fields: PostField[];
  submit: string;
  explanation: string;
}

export type PostField = {name: string; label: string} & (
  | {input: 'line' | 'lines'; most: number; autocomplete?: string}
  | {input: 'choice'; options: {value: string; label: string}[]}
);
