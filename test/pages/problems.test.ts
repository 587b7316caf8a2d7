import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {incidents} from '../../dashboards/incidents.ts';
import {monthly} from '../../dashboards/monthly.ts';
import {problem} from '../../dashboards/problem.ts';
import {problems} from '../../dashboards/problems.ts';
import {weekly} from '../../dashboards/weekly.ts';
import {loadCatalogue, type Catalogue} from '../../src/metrics/catalogue.ts';
import {renderPage} from '../../src/pages/html/render-page.tsx';
import type {PageRequest, PageSource} from '../../src/pages/page-context.ts';
import type {Page} from '../../src/pages/page.ts';
import {resolvePage} from '../../src/pages/resolve.ts';
import type {Block, ResolvedPage} from '../../src/pages/resolved-page.ts';
import type {TableBlock} from '../../src/pages/table-block.ts';
import {readCandidate, readKnownProblems} from '../../src/problems/read-candidate.ts';
import {readCandidates} from '../../src/problems/read-candidates.ts';
import type {Candidate} from '../../src/problems/candidate.ts';
import type {CandidateDecision} from '../../src/register/candidate-decisions.ts';
import type {PastDecision} from '../../src/register/candidate-history.ts';
import type {Database} from '../../src/warehouse/database.ts';
import {openPublished} from '../../src/warehouse/publish.ts';
import {demoBuiltAt, demoWorkspace} from '../demo-workspace.ts';

let database: Database;
let catalogue: Catalogue;
let all: Candidate[];

beforeAll(async () => {
  database = await openPublished(await demoWorkspace());
  catalogue = await loadCatalogue(database);
  all = (await readCandidates(database, [])).candidates;
});

afterAll(() => database?.close());

function resolve(
  page: Page,
  request: Partial<PageRequest> = {},
  source: Partial<PageSource> = {},
): Promise<ResolvedPage> {
  const from = {session: database, catalogue, ...source};
  return resolvePage(page, {period: null, where: [], ...request}, from);
}

function flat(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => (block.kind === 'columns' ? flat(block.blocks) : [block]));
}

function blockOf<Kind extends Block['kind']>(page: ResolvedPage, kind: Kind, id?: string) {
  const found = flat(page.blocks).find(
    (block) => block.kind === kind && (id === undefined || ('id' in block && block.id === id)),
  );
  if (!found) throw new Error(`no ${kind} ${id ?? ''}`);
  return found as Extract<Block, {kind: Kind}>;
}

async function listedCount(href: string): Promise<number> {
  const query = new URL(href, 'http://localhost').searchParams;
  const own = ['candidate', 'part', 'likely_category'];
  const choices = Object.fromEntries([...query].filter(([name]) => own.includes(name)));
  const others = [...query].filter(([name]) => !own.includes(name));
  const where = others.map(([dimension, value]) => ({dimension, values: [value]}));
  const page = await resolve(incidents, {choices, where});
  return Number(blockOf(page, 'headline').text.split(' ')[0]?.replaceAll(',', ''));
}

function decision(part: Partial<CandidateDecision>): CandidateDecision {
  return {
    ...{candidateNo: 0, version: 1, status: 'watching', problemId: null, reason: '', by: 'Ann'},
    ...{fixedOn: null, returnCount: null, returnFactor: null, at: demoBuiltAt},
    ...part,
  };
}

/** What is listed first, and nobody has decided about. */
const first = () => all[0]!;

describe('the page of all candidates', () => {
  test('says how few make 80 % of the hours, as the Pareto draws it', async () => {
    const page = await resolve(problems);
    const figure = blockOf(page, 'figure', 'pareto');
    const rows = figure.data.chart === 'pareto' ? figure.data.rows : [];
    const few = rows.findIndex(({runningShare}) => runningShare >= 0.8) + 1;
    expect(few).toBeGreaterThan(1);
    expect(blockOf(page, 'headline').text.toLowerCase()).toMatch(
      new RegExp(`^(${few}|two|three|four|five|six|seven|eight|nine) candidates make 80`),
    );
    expect(figure.title.toLowerCase()).toContain(`of ${rows.length} candidates make 80`);
  });

  test('lists fifty at a time, each with as many incidents as it links to', async () => {
    const {table, pager} = blockOf(await resolve(problems), 'table', 'list');
    expect(table.rows).toHaveLength(50);
    expect(table.undecided).toHaveLength(50);
    expect(pager?.label).toMatch(/^1 – 50 of/);
    for (const cells of table.rows.slice(0, 3)) {
      const [name, spark, count] = cells;
      expect(name?.href).toMatch(/^\/problems\/PC-\d+$/);
      expect(spark?.spark).toHaveLength(52);
      expect(await listedCount(count?.href ?? '')).toBe(count?.value);
    }
  });

  test('keeps what went quiet, is covered or is a demand out of the list, and shows it apart', async () => {
    const page = await resolve(problems);
    const apart = blockOf(page, 'table', 'apart');
    const quiet = all.filter(({isSilent}) => isSilent);
    expect(apart.title).toContain(`${quiet.length} went quiet`);
    const listed = blockOf(page, 'table', 'list').table.rows.map(([name]) => name?.href);
    for (const [name] of apart.table.rows) expect(listed).not.toContain(name?.href);
  });

  test('is narrowed by status, service, detector and words, and says what is no choice', async () => {
    const {service, label, name, detectors} = first();
    const listOf = async (choices: Record<string, string>) =>
      blockOf(await resolve(problems, {choices}), 'table', 'list').table.rows;
    const nameOf = (rows: TableBlock['table']['rows']) => rows.map(([cell]) => cell?.href);
    expect(nameOf(await listOf({text: name}))).toEqual([`/problems/${name}`]);
    expect(nameOf(await listOf({text: label.slice(0, 12)}))).toContain(`/problems/${name}`);
    for (const [cell] of await listOf({service: service ?? ''}))
      expect(cell?.detail).toContain(service);
    expect(nameOf(await listOf({detector: detectors[0] ?? ''}))).toContain(`/problems/${name}`);
    const decisions = [decision({candidateNo: first().candidateNo})];
    const watched = await resolve(problems, {choices: {status: 'watching'}}, {decisions});
    expect(nameOf(blockOf(watched, 'table', 'list').table.rows)).toEqual([`/problems/${name}`]);
    await expect(resolve(problems, {choices: {status: 'liked'}})).rejects.toThrow(/no status/);
    await expect(resolve(problems, {choices: {page: '0'}})).rejects.toThrow(/no page/);
  });

  test('tells what a fix saved only where its effect is seen', async () => {
    const quiet = all
      .filter(({isSilent}) => isSilent)
      .sort((a, b) => b.windowCount - a.windowCount);
    const [gone] = quiet;
    const fixedOn = gone!.lastSeenAt.toISOString().slice(0, 10);
    const decisions = [
      decision({candidateNo: gone!.candidateNo, status: 'fixed', fixedOn}),
      decision({candidateNo: first().candidateNo, status: 'fixed', fixedOn: '2026-10-30'}),
    ];
    const page = await resolve(problems, {}, {decisions});
    const {table, title} = blockOf(page, 'table', 'fixed');
    expect(title).toMatch(/^One of two fixes shows the effect: about .*\sh saved so far$/);
    const verdicts = table.rows.map((cells) => [cells[2]?.text, cells[4]?.value === null]);
    expect(verdicts).toEqual([
      ['effect seen', false],
      ['not yet', true],
    ]);
  });
});

describe('the page of one candidate', () => {
  const open = (name: string, source: Partial<PageSource> = {}) =>
    resolve(problem, {candidate: name}, source);

  test('is named by its own words, and links its figures to as many incidents', async () => {
    const candidate = first();
    const page = await open(candidate.name);
    const headline = blockOf(page, 'headline');
    expect(headline.text).toBe(candidate.label);
    const {windowCount, incidentCount, recentCount, beforeCount} = candidate;
    const linked = headline.lede.flatMap(({href}) => href ?? []);
    expect(await Promise.all(linked.map(listedCount))).toEqual([
      ...[windowCount, incidentCount, recentCount, beforeCount],
    ]);
  });

  test('says which open problem it is already, at its head and in the list', async () => {
    const known = (await readKnownProblems(database)).find(
      ({isOpen, candidateGrowth}) => isOpen && candidateGrowth === 'growing',
    );
    const name = `PC-${known!.candidateNo}`;
    const lede = blockOf(await open(name), 'headline').lede.map(({text}) => text);
    expect(lede.filter((text) => text.startsWith('Already'))).toEqual([
      `Already ${known!.number}${known!.isKnownError ? ', known error' : ''}: open, still growing. `,
    ]);
    const {table} = blockOf(await resolve(problems, {choices: {text: name}}), 'table', 'list');
    expect(table.rows[0]?.[6]?.detail).toBe(`${known!.number} is open`);
  });

  test('says at its head and in the list the same of every candidate', async () => {
    const open = (await readKnownProblems(database)).filter(({isOpen}) => isOpen);
    const named = new Set(open.map(({candidateNo}) => candidateNo));
    for (const {candidateNo, openProblem} of all)
      expect(openProblem !== null, `PC-${candidateNo}`).toBe(named.has(candidateNo));
  });

  test('shows a score that its parts multiply to', async () => {
    const {table} = blockOf(await open(first().name), 'table', 'score');
    const product = table.rows.reduce((value, cells) => value * (cells[1]?.value ?? 1), 1);
    expect(product).toBeCloseTo(table.footer?.[1]?.value ?? -1, 6);
  });

  test('says of what hours the saving is half, and over how many weeks they came', async () => {
    const savingOf = async (candidate: Candidate) => {
      const {items} = blockOf(await open(candidate.name), 'facts', 'help');
      return items.find(({label}) => label === 'Saved a year if halved')?.cell.detail ?? '';
    };
    expect(await savingOf(first())).toMatch(/^half of [\d,.]+\sh in 52 weeks$/);
    const young = all.find((each) => each.isSilent && each.savedHours > 0.6 * each.hoursLost);
    const [, hours, weeks] =
      /^half of ([\d,.]+)\sh in (\d+) weeks, over a year, did it still come$/.exec(
        await savingOf(young!),
      ) ?? [];
    const saved = ((Number(hours?.replaceAll(',', '')) / 2) * 52) / Number(weeks);
    expect(saved / young!.savedHours).toBeCloseTo(1, 1);
  });

  test('counts by group as the incident list does', async () => {
    const {groups} = blockOf(await open(first().name), 'values');
    const rows = groups.find(({title}) => title === 'Groups')?.rows ?? [];
    expect(rows.length).toBeGreaterThan(0);
    for (const {count} of rows) expect(await listedCount(count.href ?? '')).toBe(count.value);
  });

  test('offers what changes something, with the version that was seen', async () => {
    const {candidateNo, name} = first();
    const tasksOf = async (decisions: CandidateDecision[]) => {
      const {forms, version} = blockOf(await open(name, {decisions}), 'decision');
      return [version, ...forms.map(({task}) => task)];
    };
    expect(await tasksOf([])).toEqual([0, 'watching', 'accepted', 'dismissed', 'fixed', 'merge']);
    const accepted = decision({candidateNo, version: 3, status: 'accepted', problemId: 'PRB1'});
    expect(await tasksOf([accepted])).toEqual([
      3,
      'watching',
      'dismissed',
      'fixed',
      'new',
      'merge',
    ]);
  });

  test('leads to the next without a decision, past those decided', async () => {
    const [one, two, three] = all.filter((each) => !each.isSilent && each.coveredShare < 1);
    const decisions = [decision({candidateNo: two!.candidateNo})];
    const {walk} = blockOf(await open(one!.name, {decisions}), 'decision');
    const hrefOf = (rel: string) => walk.find((each) => each.rel === rel)?.href;
    expect(hrefOf('next')).toBe(`/problems/${two!.name}`);
    expect(hrefOf('undecided')).toBe(`/problems/${three!.name}`);
  });

  test('draws the curve with decisions, and both rates once fixed', async () => {
    const {candidateNo, name} = first();
    const fixed = decision({candidateNo, status: 'fixed', fixedOn: '2026-08-12'});
    const {data, title} = blockOf(await open(name, {decisions: [fixed]}), 'figure', 'curve');
    if (data.chart !== 'weeks') throw new Error('no weeks');
    expect(title).toMatch(/^Since the fix of 12 Aug 2026: /);
    expect(data.means?.map(({label}) => label)).toEqual(['before the fix', 'since the fix']);
    expect(data.marks?.filter(({isDecision}) => isDecision)).toEqual([
      {day: '2026-08-12', label: 'fixed', isDecision: true},
    ]);
  });

  test('says what is merged and split with the next build', async () => {
    const [one, two] = all;
    const {wordings} = await readCandidate(database, one!.candidateNo, []);
    const candidateEdits = {
      merges: [{from: two!.candidateNo, into: one!.candidateNo}],
      splits: [
        {
          candidateNo: one!.candidateNo,
          wordingKey: wordings[0]!.wordingKey,
          newCandidateNo: 9001,
        },
      ],
      accepted: [],
    };
    const into = await open(one!.name, {candidateEdits});
    expect(blockOf(into, 'decision').forms.map(({summary}) => summary)).toContain(
      `Take out ${two!.name}`,
    );
    expect(blockOf(into, 'wordings').rows[0]?.state).toBe('Becomes PC-9001 with the next build');
    const merged = blockOf(await open(two!.name, {candidateEdits}), 'decision');
    expect(merged.forms.at(-1)?.task).toBe('unmerge');
  });

  test('tells in its timeline what was decided, though it holds no more', async () => {
    const {candidateNo, name} = first();
    const made = {by: 'Ann', reason: 'too soon', at: demoBuiltAt};
    const accepted = decision({candidateNo, status: 'accepted', problemId: 'PRB1'});
    const candidateHistory: PastDecision[] = [
      {...made, what: 'decided', decision: accepted},
      {...made, what: 'decided', decision: decision({candidateNo, status: 'new'})},
      {...made, what: 'merged', from: 9001, into: candidateNo},
      {...made, what: 'split', newCandidateNo: 9002},
    ];
    const {table} = blockOf(await open(name, {candidateHistory}), 'table', 'timeline');
    const told = table.rows.map(([, what, which]) => [what?.text, which?.text]);
    expect(told).toEqual(
      expect.arrayContaining([
        ['accepted', 'PRB1 · by Ann'],
        ['decision taken back', 'by Ann'],
        ['merged by hand', 'PC-9001 into it · by Ann'],
        ['split by hand', 'into PC-9002 · by Ann'],
      ]),
    );
  });

  test('is rendered whole: every form a plain one with labelled fields', async () => {
    const html = renderPage(await open(first().name));
    expect(html).not.toMatch(/<[^>]*\s(style|on\w+)=/);
    const posts = html.match(/<form method="post"[^>]*>/g) ?? [];
    expect(posts.length).toBeGreaterThan(4);
    for (const post of posts) expect(post).toContain(`action="/problems/${first().name}"`);
    for (const field of html.match(/<input type="(?:text|date|number)"[^>]*>/g) ?? [])
      expect(html.indexOf(field), field).toBeGreaterThan(html.indexOf('<label'));
  });

  test('is not there for a number the build does not have', async () => {
    await expect(open('PC-999999')).rejects.toMatchObject({status: 404});
    await expect(open('twelve')).rejects.toMatchObject({status: 404});
  });
});

describe('the weekly and monthly pages', () => {
  test('show five new or growing candidates with their decision, unless they are filtered', async () => {
    const page = await resolve(weekly);
    const block = blockOf(page, 'table', 'candidates');
    expect(block.table.rows).toHaveLength(5);
    expect(block.table.columns.at(-1)?.label).toBe('Decision');
    for (const cells of block.table.rows) expect(['new', 'growing']).toContain(cells[4]?.text);
    const where = [{dimension: 'priority', values: ['P2']}];
    const ids = flat((await resolve(weekly, {where})).blocks).map((each) =>
      'id' in each ? each.id : '',
    );
    expect(ids).not.toContain('candidates');
  });

  test('show leadership the Pareto', async () => {
    expect(blockOf(await resolve(monthly), 'figure', 'pareto').data.chart).toBe('pareto');
  });
});
