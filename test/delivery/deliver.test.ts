import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, afterEach, beforeAll, beforeEach, expect, test} from 'vitest';
import type {Delivery, RecipientGroup} from '../../src/config/config.ts';
import {workspaceAt} from '../../src/config/workspace.ts';
import {deliver, type DeliveryContext} from '../../src/delivery/deliver.ts';
import {failureMessage, packMessage, type Message} from '../../src/delivery/message.ts';
import {readDeliveries} from '../../src/register/pack-deliveries.ts';
import type {Block} from '../../src/pages/resolved-page.ts';
import {figure, kpi, kpis, samplePage} from '../pages/sample-page.ts';
import {samplePack} from '../packs/sample-pack.ts';
import {hookServer, type HookServer} from './hook-server.ts';
import {mailServer, type MailServer} from './mail-server.ts';

const directory = mkdtempSync(join(tmpdir(), 'meantime-delivery-'));
const workspace = workspaceAt(directory);
const hostile = '<script>alert(1)</script> & *bold* <!channel>';
const decide: Block = {
  kind: 'list',
  id: 'decide',
  title: 'To decide this week',
  tone: 'decide',
  items: [{lead: 'Name who finds out why.', text: [{text: hostile}]}],
};
const headline: Block = {
  kind: 'headline',
  text: 'Resolution SLA was below its usual range',
  lede: [{text: '269 incidents opened.'}],
};
const pack = samplePack({page: samplePage([headline, kpis([kpi()]), figure(), decide])});

let mail: MailServer;
let hook: HookServer;
let message: Message;
let waited: number[];

beforeAll(async () => {
  for (const file of ['pack.pdf', 'pack.xlsx']) writeFileSync(join(directory, file), `of ${file}`);
  message = await packMessage(pack, directory, 'https://meantime.example.com');
});

beforeEach(async () => {
  [mail, hook] = await Promise.all([mailServer(), hookServer()]);
  waited = [];
});

afterEach(() => Promise.all([mail.stop(), hook.stop()]));
afterAll(() => rmSync(directory, {recursive: true, force: true}));

function context(part: Partial<DeliveryContext> = {}, smtp: object = {}): DeliveryContext {
  const delivery: Delivery = {
    address: 'https://meantime.example.com',
    groups: [],
    smtp: {
      ...{host: '127.0.0.1', port: mail.port, secure: false, user: 'USER', password: 'PASSWORD'},
      from: {name: 'Meantime', address: 'meantime@example.com'},
      ...smtp,
    },
  };
  return {
    ...{workspace, config: {delivery}, fetch, waits: [10, 20], isTest: false},
    env: {
      ...{USER: 'meantime', PASSWORD: 'secret'},
      ...{TEAMS: `${hook.address}/teams`, SLACK: `${hook.address}/slack`},
    },
    now: () => new Date('2026-11-02T06:00:00Z'),
    wait: async (milliseconds) => void waited.push(milliseconds),
    ...part,
  };
}

function group(part: Partial<RecipientGroup> = {}): RecipientGroup {
  return {name: 'managers', mail: [], teams: null, slack: null, ...part};
}

const byMail = group({mail: ['ada@example.com', 'grace@example.com']});

test('a pack arrives at a real mail server, with a text part, its files and a link', async () => {
  const [delivery] = await deliver(message, [byMail], context());
  expect(delivery).toMatchObject({isSent: true, attempts: 1, channel: 'mail'});
  const [received] = mail.mails;
  expect(received?.recipients).toEqual(['ada@example.com', 'grace@example.com']);
  expect(received?.subject).toBe(
    'Weekly review, Week 44: Resolution SLA was below its usual range',
  );
  expect(received?.from).toEqual({name: 'Meantime', address: 'meantime@example.com'});
  const files = received?.attachments.map(({filename, content}) => [
    filename,
    Buffer.from(content as ArrayBuffer).toString(),
  ]);
  expect(files).toEqual([
    ['weekly-2026-W44-v1.pdf', 'of pack.pdf'],
    ['weekly-2026-W44-v1.xlsx', 'of pack.xlsx'],
  ]);
  expect(received?.text).toContain(
    '- SLA met, resolution · P2: 81.2 % (n\u202f=\u202f218; target ≥ 90 %; worse than usual; will not meet it)',
  );
  expect(received?.text).toContain(
    'https://meantime.example.com/packs/weekly/2026-W44/v1/index.html',
  );
  expect(received?.html).toContain('worse than usual');
  // Styles are on the elements, since mail programs drop sheets; nothing is loaded.
  expect(received?.html).not.toMatch(/<style|<img|<link|<script/);
  expect(received?.html).toContain('&lt;script');
});

test('what a server refuses for now is tried again, once more each time after a longer wait', async () => {
  mail.refusals.push(451, 421);
  const [delivery] = await deliver(message, [byMail], context());
  expect(delivery).toMatchObject({isSent: true, attempts: 3});
  expect(waited).toEqual([10, 20]);
  expect(mail.mails).toHaveLength(1);
});

test('what it refuses for good is not, and the log says why', async () => {
  mail.refusals.push(554);
  const [refused] = await deliver(message, [byMail], context());
  expect(refused).toMatchObject({isSent: false, attempts: 1});
  expect(refused?.detail).toMatch(/^The mail server 127\.0\.0\.1:\d+ says: .*Not now/);
  const env = {USER: 'meantime', PASSWORD: 'wrong'};
  const [denied] = await deliver(message, [byMail], context({env}));
  expect(denied).toMatchObject({isSent: false, attempts: 1});
  expect(denied?.detail).not.toContain('wrong');
  const [unset] = await deliver(message, [byMail], context({env: {}}));
  expect(unset?.detail).toContain('The environment variable USER is not set.');
  const logged = await readDeliveries(workspace);
  expect(logged[0]).toEqual(unset);
  expect(logged.slice(0, 3).every(({isSent}) => !isSent)).toBe(true);
});

test('who of several has no mailbox is told, and the others don’t get it twice', async () => {
  const some = group({mail: ['nobody@example.com', 'ada@example.com']});
  const [delivery] = await deliver(message, [some], context());
  expect(delivery).toMatchObject({
    ...{isSent: false, attempts: 1},
    detail: 'The server refused nobody@example.com.',
  });
  expect(mail.mails.map(({recipients}) => recipients)).toEqual([['ada@example.com']]);
});

test('somebody in two groups gets one mail', async () => {
  await deliver(message, [byMail, group({name: 'board', mail: ['ada@example.com']})], context());
  expect(mail.mails).toHaveLength(1);
});

test('Teams gets a card and Slack blocks, with what left its range and what to decide, as plain text', async () => {
  const chats = group({teams: 'TEAMS', slack: 'SLACK'});
  const sent = await deliver(message, [chats], context({isTest: true}));
  expect(sent.map(({channel, isSent, isTest}) => [channel, isSent, isTest])).toEqual([
    ['teams', true, true],
    ['slack', true, true],
  ]);
  const posted = new Map(hook.posts.map(({path, body}) => [path, JSON.stringify(body)]));
  const [teams, slack] = [posted.get('/teams') ?? '', posted.get('/slack') ?? ''];
  for (const text of [teams, slack]) {
    expect(text).toContain('Resolution SLA was below its usual range');
    expect(text).toContain('SLA met, resolution · P2');
    expect(text).toContain('Test: Weekly review');
  }
  expect(teams).toContain('application/vnd.microsoft.card.adaptive');
  expect(teams).toContain('\\\\*bold\\\\*');
  expect(slack).toContain('&lt;!channel&gt;');
  expect(slack).not.toContain('<!channel>');
});

test('a webhook is tried again where that can help, follows no redirect, and its address is never told', async () => {
  const slack = group({slack: 'SLACK'});
  hook.statuses.push(503, 429);
  expect(await deliver(message, [slack], context())).toMatchObject([{isSent: true, attempts: 3}]);
  for (const status of [404, 302]) {
    hook.statuses.push(status);
    const [failed] = await deliver(message, [slack], context());
    expect(failed).toMatchObject({isSent: false, attempts: 1});
    expect(failed?.detail).not.toContain('/slack');
  }
  const plain = context({env: {SLACK: 'http://hooks.example.com/T1/secret'}});
  const [unsafe] = await deliver(message, [slack], plain);
  expect(unsafe?.detail).toBe('The webhook’s address is no https address. Copy it again.');
});

test('a pack that can’t be made says why in its stead', async () => {
  const why = {message: 'The data ends on 25 Oct.', remedy: 'Import newer exports.'};
  const failed = failureMessage({pack: 'weekly', title: 'Weekly review', ...why}, null);
  await deliver(failed, [byMail], context());
  expect(mail.mails[0]?.subject).toBe('Weekly review could not be made');
  expect(mail.mails[0]?.text).toContain('The data ends on 25 Oct.\nImport newer exports.');
  expect(mail.mails[0]?.attachments).toEqual([]);
});
