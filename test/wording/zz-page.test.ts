import {test} from 'vitest';
import {writeFileSync} from 'node:fs';
import {workspaceAt} from '../../src/config/workspace.ts';
import {openPublished} from '../../src/warehouse/publish.ts';
import {loadCatalogue} from '../../src/metrics/catalogue.ts';
import {resolvePage} from '../../src/pages/resolve.ts';
import {readDecisions} from '../../src/register/candidate-decisions.ts';
import {weekly} from '../../dashboards/weekly.ts';
import {monthly} from '../../dashboards/monthly.ts';
import {inLanguage} from '../../src/wording/in-language.ts';
import {leftInEnglish} from './left-in-english.ts';
import {dataValues} from './data-values.ts';
test('list', {timeout: 300000}, async () => {
  const workspace = workspaceAt('/tmp/wt-fr/demo');
  const session = await openPublished(workspace);
  const catalogue = await loadCatalogue(session, {workspaceDirectory: workspace.directory});
  const decisions = await readDecisions(workspace);
  const data = await dataValues(session);
  const out: string[] = [];
  for (const page of [weekly, monthly]) {
    const english = await resolvePage(
      page,
      {period: null, where: []},
      {session, catalogue, decisions},
    );
    const french = await inLanguage('fr', () =>
      resolvePage(page, {period: null, where: []}, {session, catalogue, decisions}),
    );
    out.push('## ' + page.id, ...leftInEnglish({english, french}, data));
    writeFileSync(`/tmp/wt-fr/${page.id}.json`, JSON.stringify(french, null, 1));
  }
  writeFileSync('/tmp/wt-fr/left.txt', out.join('\n'));
  session.close();
});
