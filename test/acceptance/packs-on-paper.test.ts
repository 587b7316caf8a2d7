import {expect, test} from 'vitest';
import {loadCatalogue} from '../../src/metrics/catalogue.ts';
import {freezePack} from '../../src/packs/freeze-pack.ts';
import {ownDefinitions} from '../../src/packs/pack-definition.ts';
import {slideParts} from '../../src/packs/slides/slide-parts.ts';
import {typeset} from '../../src/packs/typeset.ts';
import {typesetContent} from '../../src/packs/typeset-content.ts';
import {openPublished} from '../../src/warehouse/publish.ts';
import {demoBuiltAt, demoWorkspace} from '../demo-workspace.ts';

/** For people with ten minutes, and for leadership: METRICS, section 7. */
const longest = {weekly: {pages: 4, slides: 16}, monthly: {pages: 8, slides: 16}};

test('the demo’s packs are as short as they are meant: four and eight pages, one slide a question', async () => {
  const session = await openPublished(await demoWorkspace());
  try {
    const catalogue = await loadCatalogue(session);
    for (const definition of ownDefinitions) {
      const now = () => demoBuiltAt;
      const frozen = await freezePack({session, catalogue}, definition, {period: null, now});
      const pack = {...frozen, version: 1, restated: [], restatedBecause: ''};
      const pdf = Buffer.from(await typeset(typesetContent(pack), demoBuiltAt)).toString('latin1');
      const {pages, slides} = longest[definition.name as keyof typeof longest];
      expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeLessThanOrEqual(pages);
      // The first has the headline.
      expect(slideParts(pack.page.blocks).length + 1).toBeLessThanOrEqual(slides);
    }
  } finally {
    session.close();
  }
}, 120_000);
