import {beforeAll, expect, test} from 'vitest';
import {readConfig} from '../../src/config/read-config.ts';
import type {Workspace} from '../../src/config/workspace.ts';
import {figuresIn, type PrintedFigure} from '../acceptance/meantime-in.ts';
import {disagreements} from './disagreement.ts';
import {factsOfProduct, type FactsOfProduct} from './facts-of-product.ts';
import {accounts, type Account} from './footing.ts';
import {deskOf, type Desk} from './incident.ts';
import {readLanding} from './landing.ts';
import {definitions, recount} from './recount.ts';
import {reasonOfDisagreement} from './sla-disagreement.ts';

/** A workspace, counted by the product and counted again. */
export interface Counted {
  desk: Desk;
  /** As `meantime metrics` prints them, by month and by month and priority. */
  printed: PrintedFigure[];
  product: FactsOfProduct;
}

/** Counts a workspace both ways before its tests. */
export function countedOnce(make: () => Promise<Workspace>): () => Counted {
  let counted: Counted;
  beforeAll(async () => {
    const workspace = await make();
    const monthly = ['--grain', 'month'];
    counted = {
      desk: deskOf(await readLanding(workspace), await readConfig(workspace)),
      printed: [
        ...(await figuresIn(workspace.directory, ...monthly)),
        ...(await figuresIn(workspace.directory, ...monthly, '--by', 'priority')),
      ],
      product: await factsOfProduct(workspace),
    };
  });
  return () => counted;
}

/** The tests that every workspace has to pass. */
export function agreesOnEveryMetric(counted: () => Counted): void {
  test('leaves out no metric that the product prints', () => {
    const printed = new Set(counted().printed.map(({metric}) => metric));
    expect(printed.size).toBeGreaterThan(45);
    expect([...printed].filter((id) => !(id in definitions))).toEqual([]);
  });

  test.each(Object.keys(definitions))('agrees on %s, by month and priority', (metric) => {
    const {desk, printed, product} = counted();
    const figures = printed.filter((each) => each.metric === metric);
    const differing = disagreements(figures, recount(metric, desk), product.differing);
    expect(differing).toEqual([]);
  });

  test('agrees on every account of open incidents, by month and priority', () => {
    const {desk, product} = counted();
    const movedOrOpen = (account: Account) =>
      Object.values(account).some((each) => typeof each === 'number' && each !== 0);
    const sorted = (all: Account[]) =>
      all
        .filter(movedOrOpen)
        .sort((a, b) => `${a.month} ${a.priority}`.localeCompare(`${b.month} ${b.priority}`));
    expect(sorted(product.accounts)).toEqual(sorted(accounts(desk)));
  });

  test('agrees on why each verdict differs from the tool’s', () => {
    const {desk, product} = counted();
    const differing = desk.incidents.flatMap((incident) => {
      const reason = reasonOfDisagreement(incident, desk);
      const theirs = product.reasons.get(incident.record.key) ?? null;
      if (reason === theirs) return [];
      return [`${incident.record.newest.number}: ${theirs} by the product, ${reason} recounted`];
    });
    expect(differing).toEqual([]);
  });
}
