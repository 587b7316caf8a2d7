import {gzipSync} from 'node:zlib';
import {describe, expect, test} from 'vitest';
import {tablesOf} from './open-tables.ts';

const cells = async (...args: Parameters<typeof tablesOf>) =>
  (await tablesOf(...args)).map(({part, table}) => ({
    part,
    headers: table?.headers,
    rows: table?.sampleRows,
  }));

const unload = `<?xml version="1.0" encoding="UTF-8"?>
<unload unload_date="2026-03-14 10:00:00">
<incident action="INSERT_OR_UPDATE"><number>INC1</number><caller_id display_value="Weber, Anna">d5cd</caller_id><closed_at/></incident>
<incident action="INSERT_OR_UPDATE"><number>INC2</number><caller_id display_value=""/><closed_at>2026-03-15 09:00:00</closed_at><watch>a</watch><watch>b</watch></incident>
<sys_journal_field action="x"><element>comments</element><value>A &lt;b&gt; &amp; “c”\r\nd</value></sys_journal_field>
<sys_journal_field action="x"><element>work_notes</element><value><![CDATA[<raw>]]></value></sys_journal_field>
</unload>`;

test('the lists of a ServiceNow unload are tables, references with their display values', async () => {
  expect(await cells(unload)).toEqual([
    {
      part: 'unload.incident',
      headers: ['@action', 'number', 'caller_id@display_value', 'caller_id', 'closed_at', 'watch'],
      rows: [
        ['INSERT_OR_UPDATE', 'INC1', 'Weber, Anna', 'd5cd', '', ''],
        ['INSERT_OR_UPDATE', 'INC2', '', '', '2026-03-15 09:00:00', 'a, b'],
      ],
    },
    {
      part: 'unload.sys_journal_field',
      headers: ['@action', 'element', 'value'],
      rows: [
        ['x', 'comments', 'A <b> & “c”\nd'],
        ['x', 'work_notes', '<raw>'],
      ],
    },
  ]);
});

test('an iTop list, elements inside elements dotted, prefixes dropped', async () => {
  const itop = `<Set><x:UserRequest id="7" xmlns:x="urn:x"><ref>R-7</ref><team><name>Net</name><id>3</id></team></x:UserRequest>
    <x:UserRequest id="8" xmlns:x="urn:x"><ref>R-8</ref><team/></x:UserRequest></Set>`;
  expect(await cells(itop)).toMatchObject([
    {
      part: 'Set.UserRequest',
      headers: ['@id', 'ref', 'team.name', 'team.id', 'team'],
      rows: [
        ['7', 'R-7', 'Net', '3', ''],
        ['8', 'R-8', '', '', ''],
      ],
    },
  ]);
});

test('rows deep in an envelope are found, a single one too, and --rows names others', async () => {
  const record = (n: number) =>
    `<item><id>${n}</id><state>New</state><notes><n><t>a</t></n><n><t>b</t></n></notes></item>`;
  const envelope = (items: string) =>
    `<response><status>ok</status><count>2</count><data><list>${items}</list></data></response>`;
  expect(await cells(envelope(record(1) + record(2)))).toEqual([
    {
      part: 'response.data.list.item',
      headers: ['id', 'state', 'notes.n.t'],
      rows: [
        ['1', 'New', 'a, b'],
        ['2', 'New', 'a, b'],
      ],
    },
  ]);
  expect(await cells(envelope(record(1)))).toMatchObject([{part: 'response.data.list.item'}]);
  const notes = await cells(envelope(record(1)), {rows: 'response.data.list.item.notes.n'});
  expect(notes).toMatchObject([{headers: ['t'], rows: [['a'], ['b']]}]);
});

test('a declared encoding is honoured, in gzip too', async () => {
  const text = '<?xml version="1.0" encoding="windows-1250"?><a><b><c>Žluť</c><d>1</d></b></a>';
  const bytes = Buffer.from(text.replace('Žluť', '\x8elu\x9d'), 'latin1');
  for (const content of [bytes, gzipSync(bytes)])
    expect((await cells(content))[0]?.rows).toEqual([['Žluť', '1']]);
  const utf16 = Buffer.from(`\ufeff${unload.replace('UTF-8', 'UTF-16')}`, 'utf16le');
  expect((await cells(utf16))[1]?.rows?.[0]?.[2]).toBe('A <b> & “c”\nd');
});

describe('hostile or broken documents are refused in one line', () => {
  test.each([
    [
      'an entity bomb',
      '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><l><i><x>&b;</x></i></l>',
      /declares a document type \(line 1\)/,
    ],
    [
      'an external entity',
      '<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><l><i><x>&a;</x></i></l>',
      /declares a document type/,
    ],
    ['an unknown entity', '<l><i><x>&nbsp;</x></i></l>', /not well-formed.*line 1/],
    ['deep nesting', '<a>'.repeat(100_000), /nests more than 200 elements/],
    ['a file cut off', unload.slice(0, 400), /cut off/],
    ['a wrong end', '<l><i><x>1</y></i></l>', /not well-formed XML at line 1, column/],
    ['a web page', '<!DOCTYPE html><html><body><table></table></body></html>', /is a web page/],
    ['no list', '<count>3</count>', /without a list/],
  ])('%s', async (_name, content, message) => {
    const error = await tablesOf(content).catch((e: unknown) => e);
    expect(error).toMatchObject({
      name: 'UserError',
      message: expect.stringMatching(message),
      remedy: expect.stringMatching(/\.$/),
    });
    expect((error as Error).message).not.toContain('\n');
  });

  test('an element with a text of 40 MB', async () => {
    const error = tablesOf(`<l><i><x>${'a'.repeat(40 * 2 ** 20)}</x><y/></i></l>`);
    await expect(error).rejects.toThrow(/text of more than 32/);
  });
});

describe('an event log', () => {
  const log = `<?xml version="1.0"?><log xes.version="1.0" xmlns="http://www.xes-standard.org/">
    <extension name="Concept" prefix="concept" uri="x"/>
    <global scope="event"><string key="concept:name" value="__INVALID__"/></global>
    <string key="concept:name" value="the log"/>
    <trace><string key="concept:name" value="1-364285768"/>
      <event><date key="time:timestamp" value="2010-03-31T16:59:42+01:00"/><string key="concept:name" value="Accepted"/><int key="cost" value="3"><string key="currency" value="EUR"/></int></event>
      <event><date key="time:timestamp" value="2010-03-31T17:45:48+01:00"/><string key="concept:name" value="Completed"/></event>
      <string key="impact" value="Medium"/></trace>
    <trace><string key="concept:name" value="empty"/></trace></log>`;

  test('gives a row an event, with the attributes of its trace wherever they stand', async () => {
    const [table] = await tablesOf(log);
    expect(table).toMatchObject({form: 'xes', warnings: [expect.stringMatching(/^1 traces/)]});
    expect(table?.table).toMatchObject({
      headers: [
        'case:concept:name',
        'case:impact',
        'time:timestamp',
        'concept:name',
        'cost',
        'cost.currency',
      ],
      sampleRows: [
        ['1-364285768', 'Medium', '2010-03-31T16:59:42+01:00', 'Accepted', '3', 'EUR'],
        ['1-364285768', 'Medium', '2010-03-31T17:45:48+01:00', 'Completed', '', ''],
      ],
    });
  });

  test('without events is refused', async () => {
    await expect(tablesOf('<log><trace/></log>')).rejects.toThrow(/without events/);
  });
});
