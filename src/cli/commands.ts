import type {Register} from './command.ts';

export interface CommandEntry {
  name: string;
  /** What `meantime --help` says of it; the command's own file says the rest. */
  summary: string;
  load(): Promise<Register>;
}

/** Every command in the order help lists them. Its file is imported only when it is asked for. */
export const commandEntries: readonly CommandEntry[] = [
  {
    name: 'init',
    summary: 'make a workspace with a commented meantime.yaml',
    load: async () => (await import('./init.ts')).registerInit,
  },
  {
    name: 'inspect',
    summary: 'show what an import would do, and propose a mapping for an unknown file',
    load: async () => (await import('./inspect.ts')).registerInspect,
  },
  {
    name: 'import',
    summary: 'land export files and build',
    load: async () => (await import('./import.ts')).registerImport,
  },
  {
    name: 'reimport',
    summary: 'land the archived files again with today’s mappings',
    load: async () => (await import('./reimport.ts')).registerReimport,
  },
  {
    name: 'rejected',
    summary: 'export the rows that could not be read, with the reasons',
    load: async () => (await import('./rejected.ts')).registerRejected,
  },
  {
    name: 'build',
    summary: 'rebuild the warehouse from what has landed',
    load: async () => (await import('./build.ts')).registerBuild,
  },
  {
    name: 'metrics',
    summary: 'print any metric by period and dimension',
    load: async () => (await import('./metrics.ts')).registerMetrics,
  },
  {
    name: 'findings',
    summary: 'tell what a week or month has that is worth a sentence, and what to decide',
    load: async () => (await import('./findings.ts')).registerFindings,
  },
  {
    name: 'links',
    summary: 'list which incidents came back, with the evidence; strike a false link',
    load: async () => (await import('./links.ts')).registerLinks,
  },
  {
    name: 'problems',
    summary: 'list what keeps coming back; watch, accept, dismiss, merge, split, export it',
    load: async () => (await import('./problems.ts')).registerProblems,
  },
  {
    name: 'actions',
    summary: 'list improvement actions with their verdicts; add, set, comment, export, import',
    load: async () => (await import('./actions.ts')).registerActions,
  },
  {
    name: 'at-risk',
    summary: 'list running SLA clocks, now or at a past moment',
    load: async () => (await import('./at-risk.ts')).registerAtRisk,
  },
  {
    name: 'what-if',
    summary: 'recount SLA compliance under another target or calendar',
    load: async () => (await import('./what-if.ts')).registerWhatIf,
  },
  {
    name: 'pack',
    summary: 'freeze a review pack; list them, note what the meeting said',
    load: async () => (await import('./pack.ts')).registerPack,
  },
  {
    name: 'deliver',
    summary: 'send a pack by mail and to Teams and Slack, or a test',
    load: async () => (await import('./deliver.ts')).registerDeliver,
  },
  {
    name: 'serve',
    summary: 'serve the dashboards and the API',
    load: async () => (await import('./serve.ts')).registerServe,
  },
  {
    name: 'doctor',
    summary: 'check workspace, configuration and data, with remedies',
    load: async () => (await import('./doctor.ts')).registerDoctor,
  },
  {
    name: 'demo',
    summary: 'try everything on the bundled service desk',
    load: async () => (await import('./demo.ts')).registerDemo,
  },
];
