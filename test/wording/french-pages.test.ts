import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {monthly} from '../../dashboards/monthly.ts';
import {weekly} from '../../dashboards/weekly.ts';
import {loadCatalogue} from '../../src/metrics/catalogue.ts';
import {renderPage} from '../../src/pages/html/render-page.tsx';
import type {Page} from '../../src/pages/page.ts';
import {resolvePage} from '../../src/pages/resolve.ts';
import {openPublished} from '../../src/warehouse/publish.ts';
import type {Session} from '../../src/warehouse/database.ts';
import {inLanguage} from '../../src/wording/in-language.ts';
import {demoWorkspace} from '../demo-workspace.ts';
import {dataValues} from './data-values.ts';
import {halfInEnglish, leftInEnglish} from './left-in-english.ts';

let session: Session & {close(): void};

beforeAll(async () => {
  session = await openPublished(await demoWorkspace());
}, 300_000);

afterAll(() => session.close());

describe.each([weekly, monthly])('the $id page of the demo in French', (page) => {
  test('says nothing in English but what the data says', async () => {
    const english = await resolved(page);
    const french = await inLanguage('fr', () => resolved(page));
    const data = await dataValues(session);
    expect(leftInEnglish({english, french}, data)).toEqual([]);
    expect(halfInEnglish(french, data)).toEqual([]);
  }, 60_000);
});

test('a page is a French document, with French numbers, spaces and dates', async () => {
  const html = await inLanguage('fr', async () => renderPage(await resolved(weekly)));
  expect(html.slice(0, 60)).toContain('<html lang="fr-FR">');
  expect(/<title>Revue hebdomadaire, Semaine 44 – Meantime</.test(html)).toBe(true);
  expect(html.includes('26 oct. – 1er nov. 2026')).toBe(true);
  expect(/\d,\d\u202f%/.test(html) && !/\d\.\d\u202f%/.test(html)).toBe(true);
});

async function resolved(page: Page) {
  const catalogue = await loadCatalogue(session);
  return resolvePage(page, {period: null, where: []}, {session, catalogue});
}
