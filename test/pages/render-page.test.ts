import {describe, expect, test} from 'vitest';
import {renderPage} from '../../src/pages/html/render-page.tsx';
import {figure, kpi, kpis, samplePage} from './sample-page.ts';

/** Every start tag of that name, as written. */
function tags(html: string, name: string): string[] {
  return html.match(new RegExp(`<${name}(?=[\\s>])[^>]*>`, 'g')) ?? [];
}

function attribute(tag: string, name: string): string | null {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&') ?? null;
}

/** What stands between two pieces of text. */
function between(html: string, start: string, end: string): string {
  const from = html.indexOf(start);
  return from < 0 ? '' : html.slice(from + start.length, html.indexOf(end, from + start.length));
}

function textOf(html: string): string {
  const bare = html
    .replace(/<script[\s\S]*?<\/script>|<svg[\s\S]*?<\/svg>/g, '')
    .replace(/<[^>]*>/g, '');
  return bare
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

describe('a rendered page', () => {
  test('has neither inline style nor inline script, so that a strict policy holds', () => {
    const html = renderPage(samplePage());
    expect(html).not.toMatch(/<[^>]*\s(style|on\w+)=/);
    expect(html).not.toContain('<style');
    const scripts = tags(html, 'script');
    expect(scripts.length).toBeGreaterThan(1);
    for (const tag of scripts)
      expect(attribute(tag, 'src') ?? attribute(tag, 'type')).toMatch(
        /^\/assets\/|^application\/json$/,
      );
  });

  test('keeps the ends of a range on one line, where an en dash would let it break', () => {
    const html = renderPage(
      samplePage([
        {kind: 'headline', text: 'Rose', lede: [{text: 'usually 2.3\u202f–\u202f10.3.'}]},
      ]),
    );
    expect(html).toContain('usually 2.3\u202f–\u2060\u202f10.3.');
  });

  test('shows hostile titles as text', () => {
    const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)>`;
    const cell = {text: hostile, detail: hostile, href: `/incidents/${hostile}`};
    const html = renderPage(
      samplePage([
        figure({
          title: hostile,
          ariaLabel: hostile,
          data: {chart: 'bars', rows: [{label: `</script>${hostile}`, value: 1, n: 10}]},
          table: {columns: [{label: hostile, align: 'left'}], rows: [[cell]]},
        }),
        kpis([kpi({label: hostile, valueText: hostile})]),
      ]),
    );
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('<img');
    expect(textOf(between(html, '<h2 id="signal-title">', '</h2>'))).toBe(hostile);
  });

  test('carries the rows of each figure as JSON that is read back unchanged', () => {
    const data = {chart: 'bars' as const, rows: [{label: '</script>&<b>', value: 1, n: 10}]};
    const html = renderPage(samplePage([figure({data})]));
    const json = between(html, '<script type="application/json" class="figure-data">', '</script>');
    expect(JSON.parse(json)).toMatchObject({data, unit: 'share'});
  });

  test('links each key figure to its incidents and its definition', () => {
    const row = between(renderPage(samplePage()), '<tbody role="rowgroup">', '</tbody>');
    expect(tags(row, 'a').map((tag) => attribute(tag, 'href'))).toEqual([
      '/catalogue#sla_resolution',
      '/incidents?metric=sla_resolution&period=2026-W44&priority=P2',
    ]);
  });

  test('filters by a form that keeps the period and marks what is chosen', () => {
    const html = renderPage(samplePage());
    const form = between(html, '<form class="filters"', '</form>');
    expect(form).toContain('method="get"');
    const inputs = tags(form, 'input');
    expect(inputs[0]).toMatch(/type="hidden" name="period" value="2026-W44"/);
    const chosen = inputs.filter((tag) => / checked[\s/>]/.test(tag));
    expect(chosen.map((tag) => attribute(tag, 'value'))).toEqual(['P2']);
    expect(textOf(form)).toContain('Priority: P2');
    expect(textOf(form)).toContain('Not filled');
  });

  test('draws each figure for a desk and for a phone', () => {
    const drawing = between(renderPage(samplePage()), 'data-figure="signal"', '<script');
    const widths = tags(drawing, 'svg').map((tag) => Number(attribute(tag, 'width')));
    expect(widths.length).toBe(2);
    expect(widths[1]).toBeLessThanOrEqual(358);
  });

  test('draws no line of a single value, and says why', () => {
    const [row] = kpi().spark;
    if (!row) throw new Error('the sample has no rows');
    const html = renderPage(samplePage([figure({data: {chart: 'trend', rows: [row]}})]));
    expect(html).toContain('A line takes two values.');
    expect(html).not.toContain('class="drawing"');
  });

  test('says that the zone was never set', () => {
    expect(textOf(between(renderPage(samplePage()), '<header', '</header>'))).toContain(
      'UTC (not set)',
    );
  });

  test('has one main heading, a skip link, and every table headed and named', () => {
    const html = renderPage(samplePage());
    expect(tags(renderPage(samplePage([])), 'h1').length).toBe(1);
    expect(html).toContain('<a class="skip" href="#content">');
    expect(html).toContain('<main id="content">');
    for (const head of tags(html, 'th')) expect(attribute(head, 'scope')).toMatch(/^(col|row)$/);
    for (const table of html.match(/<table[\s\S]*?<\/table>/g) ?? [])
      expect(table).toMatch(/<caption|aria-labelledby=/);
  });

  test('reads from the top like this', () => {
    const page = samplePage([
      {
        kind: 'headline',
        text: 'P2 resolution SLA fell below its usual range.',
        lede: [{text: '1,306 opened', href: '/incidents?metric=opened'}, {text: '.'}],
      },
      kpis([kpi()]),
      figure(),
      {
        kind: 'list',
        id: 'decide',
        title: 'To decide this week',
        tone: 'decide',
        items: [{lead: 'Overlap the shifts.', text: [{text: '41 breached.'}]}],
      },
    ]);
    expect(textLines(renderPage(page))).toMatchInlineSnapshot(`
      "Weekly review, Week 44 – Meantime
      Skip to the contentMeantimeOperationsWeeklyMonthlyProblemsImprovementSLAIncidentsQualityCatalogue
      Data to Sun 1 Nov 2026, 23:10 CET · build 118 · UTC (not set)
      ‹Week 44 26 Oct – 1 Nov 2026
      ›
      Priority: P2
      PriorityP1
      P2
      Not filled
      ApplyClearP2 resolution SLA fell below its usual range.
      1,306 opened.
      The week against its own history
      Metric | This week | Week 11 | 95 % interval | n | Target | Signal | Against target | 26 weeks |
      SLA met, resolution · P2 | 81.2 % | 84.0 % | 75.4 – 85.9 | 218 | ≥ 90 % | ▼worse than usual | will not meet it | |
      Grey band: usual range.
      CSV
      Time to resolve, mean
      P2 resolution SLA is worse than usual
      SLA met, resolution · P2, by week
      41 breached
      Table
      P2 resolution SLA is worse than usual: SLA met, resolution · P2, by weekPeriod | SLA met |
      Week 44 | 81.2 % |
      How it is counted
      What changed the most?
      SLA met, resolution
      Share met.
      CSVTo decide this week
      Overlap the shifts. 41 breached.
      Data to Sun 1 Nov 2026, 23:10 CET · build 118 · times in UTC (not set)"
    `);
  });
});

/** The words of the page, a line a block: what a reader without style sheet gets. */
function textLines(html: string): string {
  const ends = /<\/(?:h1|h2|p|tr|summary|li|dt|dd|nav|label|title)>/g;
  const lines = html
    .replace(ends, '\n')
    .replace(/<\/t[hd]>/g, ' | ')
    .split('\n');
  const texts = textOf(lines.join('\u2028')).split('\u2028');
  return texts
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n');
}
