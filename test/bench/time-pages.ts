import {monthly} from '../../dashboards/monthly.ts';
import {weekly} from '../../dashboards/weekly.ts';
import type {Workspace} from '../../src/config/workspace.ts';
import {loadCatalogue} from '../../src/metrics/catalogue.ts';
import {renderPage} from '../../src/pages/html/render-page.tsx';
import {resolvePage} from '../../src/pages/resolve.ts';
import {openPublished} from '../../src/warehouse/publish.ts';
import type {Measured} from './steps.ts';

const rounds = 5;

/** Server time of the two review pages: numbers looked up, sentences written, charts drawn. */
export async function timePages(workspace: Workspace): Promise<Measured> {
  const session = await openPublished(workspace);
  const catalogue = await loadCatalogue(session);
  const notes: string[] = [];
  for (const page of [weekly, monthly]) {
    const times: {resolve: number; render: number}[] = [];
    for (let round = 0; round <= rounds; round++) {
      const started = performance.now();
      const resolved = await resolvePage(page, {period: null, where: []}, {session, catalogue});
      const between = performance.now();
      renderPage(resolved);
      times.push({resolve: between - started, render: performance.now() - between});
    }
    const first = times.shift();
    times.sort((a, b) => a.resolve + a.render - b.resolve - b.render);
    const middle = times[Math.floor(times.length / 2)];
    notes.push(
      `${page.id} ${milliseconds(middle)} (figures ${Math.round(middle?.resolve ?? 0)}, drawing ${Math.round(middle?.render ?? 0)}; first ${milliseconds(first)})`,
    );
  }
  session.close();
  return {note: notes.join('; ')};
}

function milliseconds(time: {resolve: number; render: number} | undefined): string {
  return `${Math.round((time?.resolve ?? 0) + (time?.render ?? 0))} ms`;
}
