import type {Pack} from '../../src/packs/pack.ts';
import {samplePage} from '../pages/sample-page.ts';

/** A pack made by hand, of the sample page. */
export function samplePack(part: Partial<Pack> = {}): Pack {
  return {
    kind: 'weekly',
    period: '2026-W44',
    version: 1,
    publishedAt: '2026-11-02T05:00:00.000Z',
    build: 118,
    inputsHash: '2cdd652d71af9e0f',
    codeVersion: '0.2.0',
    imports: [{id: 1, file: 'incidents.csv'}],
    filters: [],
    definitions: [
      {id: 'sla_resolution', label: 'SLA met, resolution', definition: 'Share met, of those due.'},
    ],
    restated: [],
    restatedBecause: '',
    page: samplePage(),
    ...part,
  };
}
