import type {Workspace} from '../config/workspace.ts';
import {baselineValue} from '../improvement/propose-action.ts';
import {verifyActions} from '../improvement/verify-actions.ts';
import {loadCatalogue} from '../metrics/catalogue.ts';
import type {NewAction} from '../register/actions.ts';
import {createAction} from '../register/actions.ts';
import {openPublished} from '../warehouse/publish.ts';

type Planted = Omit<
  NewAction,
  'baselineValue' | 'candidateNo' | 'effortDays' | 'cost' | 'origin' | 'by'
> & {
  actionId: string;
  words: string;
};

const service = (name: string) => [{dimension: 'service', values: [name]}];

/** What the bundled service desk did, and what it has before it. */
const planted: readonly Planted[] = [
  {
    ...{actionId: 'demo-mail-knowledge', status: 'done', owner: 'Priya Nair', dueOn: '2026-09-11'},
    title: 'Knowledge campaign for mail at the desks',
    words: 'Four of ten mail incidents leave the first level',
    ...{metric: 'flr', where: service('Mail and Calendar'), targetValue: 0.8},
    ...{baselineFrom: '2026-03-16', baselineTo: '2026-09-14', effectOn: '2026-09-14'},
    notes: 'Eight articles, shown to every shift of both desks.',
  },
  {
    ...{actionId: 'demo-order-form', status: 'done', owner: 'Tomás Ferreira', dueOn: '2026-05-29'},
    title: 'New form for order problems, to send them to the right group at once',
    words: 'A third of the order problems change their group',
    ...{metric: 'reassignment_rate', where: service('ERP Order Entry'), targetValue: 0.2},
    ...{baselineFrom: '2025-12-01', baselineTo: '2026-06-01', effectOn: '2026-06-01'},
    notes: '',
  },
  {
    ...{actionId: 'demo-p2-route', status: 'in progress', owner: 'Ingrid Halvorsen'},
    title: 'Call the on-call engineer within 15 minutes of a P2',
    dueOn: '2026-10-23',
    words: 'P2 incidents are resolved late more often since October',
    ...{metric: 'sla_resolution', where: [{dimension: 'priority', values: ['P2']}]},
    ...{targetValue: 0.9, baselineFrom: '2026-08-03', baselineTo: '2026-11-02'},
    ...{effectOn: '2026-11-16', notes: ''},
  },
  {
    ...{actionId: 'demo-hold-rule', status: 'proposed', owner: 'Priya Nair', dueOn: '2026-11-30'},
    title: 'Review what stands on hold longer than five days, every Monday',
    words: 'Incidents stand on hold for weeks without anybody asking the user again',
    ...{metric: 'mttr', where: [{dimension: 'priority', values: ['P4']}], targetValue: 40},
    ...{baselineFrom: '2026-08-03', baselineTo: '2026-11-02', effectOn: '2026-12-07', notes: ''},
  },
];

/** Registers the demo's actions and compares those that are due; a second time changes nothing. */
export async function registerDemoActions(
  workspace: Workspace,
  {now}: {now: () => Date},
): Promise<void> {
  const session = await openPublished(workspace);
  try {
    const catalogue = await loadCatalogue(session, {workspaceDirectory: workspace.directory});
    for (const {words, ...action} of planted) {
      const value = await baselineValue(session, catalogue, {...action, candidateNo: null});
      if (value === null) continue;
      const origin = {kind: 'other', key: null, words, href: null, pack: null} as const;
      const more = {baselineValue: value, candidateNo: null, effortDays: null, cost: null};
      await createAction(workspace, {...action, ...more, origin, by: action.owner}, {now});
    }
    await verifyActions({workspace, session, catalogue}, {now});
  } finally {
    session.close();
  }
}
