import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {monthly} from '../../dashboards/monthly.ts';
import {weekly} from '../../dashboards/weekly.ts';
import {loadCatalogue, type Catalogue} from '../../src/metrics/catalogue.ts';
import {renderPage} from '../../src/pages/html/render-page.tsx';
import type {Page} from '../../src/pages/page.ts';
import {resolvePage} from '../../src/pages/resolve.ts';
import {openPublished} from '../../src/warehouse/publish.ts';
import type {Session} from '../../src/warehouse/database.ts';
import {inLanguage} from '../../src/wording/in-language.ts';
import {demoBuiltAt, demoWorkspace} from '../demo-workspace.ts';
import {dataValues} from './data-values.ts';
import {halfInEnglish, leftInEnglish} from './left-in-english.ts';
import type {Language} from '../../src/wording/language.ts';
import {restatedBecause} from '../../src/packs/restate.ts';
import {noActions, type ActionRegister} from '../../src/pages/action-register.ts';
import type {Action} from '../../src/register/action.ts';
import {verifyAction} from '../../src/improvement/verify-action.ts';
import {sampleAction} from '../register/sample-action.ts';
import {packTexts} from './pack-texts.ts';
import type {ResolvedPage} from '../../src/pages/resolved-page.ts';
import {wordedCatalogue} from '../../src/pages/worded-catalogue.ts';
import {withoutLinks} from '../../src/packs/without-links.ts';
import {samplePack} from '../packs/sample-pack.ts';

let session: Session & {close(): void};
let catalogue: Catalogue;
let register: ActionRegister;
let data: Set<string>;

beforeAll(async () => {
  session = await openPublished(await demoWorkspace());
  catalogue = await loadCatalogue(session);
  register = await actionsOf();
  data = await dataValues(session);
  for (const value of ['Write articles', 'Ann', 'Europe/Amsterdam', 'https://x/']) data.add(value);
}, 300_000);

afterAll(() => session.close());

describe.each([weekly, monthly])('of the demo in French, the $id', (page) => {
  test('page says nothing in English but what the data says', async () => {
    const [english, french] = await Promise.all([resolved(page, 'en'), resolved(page, 'fr')]);
    expect(leftInEnglish({english, french}, data)).toEqual([]);
    expect(halfInEnglish(french, data)).toEqual([]);
  }, 60_000);

  test('workbook, slides and mail say nothing in English either', async () => {
    const [english, french] = [await filesOf(page, 'en'), await filesOf(page, 'fr')];
    expect(french).toContain('État et verdict');
    // A sheet of its own, and a slide.
    if (page === monthly)
      expect(french).toEqual(expect.arrayContaining(['Jours entre majeurs', 'À ce jour']));
    expect(leftInEnglish({english, french}, data)).toEqual([]);
    expect(halfInEnglish(french, data)).toEqual([]);
  }, 60_000);
});

test('a page is a French document, with French numbers, spaces and dates', async () => {
  const html = await inLanguage('fr', async () => renderPage(await resolved(weekly, 'fr')));
  expect(html.slice(0, 60)).toContain('<html lang="fr-FR">');
  expect(/<title>Revue hebdomadaire, Semaine 44 – Meantime</.test(html)).toBe(true);
  expect(html.includes('26 oct. – 1er nov. 2026')).toBe(true);
  expect(/\d,\d\u202f%/.test(html) && !/\d\.\d\u202f%/.test(html)).toBe(true);
});

const known = new Map<string, Promise<ResolvedPage>>();

/** Resolved once for all tests. */
function resolved(page: Page, language: Language): Promise<ResolvedPage> {
  const key = `${page.id} ${language}`;
  const request = {period: null, where: []};
  const found =
    known.get(key) ??
    inLanguage(language, () => resolvePage(page, request, {session, catalogue, register}));
  known.set(key, found);
  return found;
}

/** What a second version of the page's pack says in its files. */
async function filesOf(page: Page, language: Language): Promise<string[]> {
  const resolvedPage = withoutLinks(await resolved(page, language));
  return inLanguage(language, () => {
    const {metrics} = wordedCatalogue(catalogue);
    const change = {label: metrics[0]!.label, before: '1', after: '2', nBefore: 1, nAfter: 2};
    const pack = samplePack({version: 2, language, page: resolvedPage, definitions: [...metrics]});
    const because = restatedBecause({...pack, build: 0, imports: []}, pack);
    return packTexts({...pack, restated: [change], restatedBecause: because});
  });
}

/** Actions in states that a review tells, one with its verdict. */
async function actionsOf(): Promise<ActionRegister> {
  const {by, ...sample} = sampleAction({where: [], metric: 'sla_resolution', dueOn: '2026-10-20'});
  const at = {createdBy: by, changedBy: by, createdAt: demoBuiltAt, changedAt: demoBuiltAt};
  const actions = (['done', 'agreed', 'proposed'] as const).map((status, place): Action => ({
    ...{...sample, ...at, status, version: 1},
    ...{actionNo: place + 1, actionId: `a${place}`},
  }));
  const evidence = await verifyAction(session, catalogue, actions[0]!);
  const found = {
    verificationNo: 1,
    actionNo: 1,
    actionVersion: 1,
    verifiedAt: demoBuiltAt,
    build: 1,
    evidence,
  };
  const verification = {...found, inputsHash: '', asOf: demoBuiltAt, verdict: evidence.verdict};
  return {...noActions, actions, verifications: [verification]};
}
