/** Incidents this one came back as or is a return of, each of which a person can strike or restore. */
export interface LinksBlock {
  kind: 'links';
  id: string;
  title: string;
  subtitle: string;
  /** Where the forms are sent. */
  action: string;
  groups: {title: string; links: ResolvedLink[]}[];
}

export interface ResolvedLink {
  from: {text: string; href: string};
  to: {text: string; href: string};
  /** Of the incident at the other end. */
  title: string;
  /** When it came back. */
  when: string;
  /** The strongest first. */
  evidence: string[];
  isStruck: boolean;
  /** Who struck it, when and why, and what the figures make of it. */
  state: string[];
  form: {task: 'strike' | 'restore'; record: string; cameBack: string};
}
