import {describe, expect, test} from 'vitest';
import type {IncidentLink} from '../../src/metrics/incident-links.ts';
import {renderPage} from '../../src/pages/html/render-page.tsx';
import {resolveIncidentLinks} from '../../src/pages/resolve-incident-links.ts';
import type {StruckLink} from '../../src/register/struck-links.ts';
import {samplePage} from './sample-page.ts';

function link(changes: Partial<IncidentLink> = {}): IncidentLink {
  const {recordId = 'a', cameBackRecordId = 'b'} = changes;
  return {
    ...{source: 'desk', recordId, cameBackRecordId},
    ...{recordKey: `desk:${recordId}`, cameBackRecordKey: `desk:${cameBackRecordId}`},
    ...{number: `INC-${recordId}`, cameBackNumber: `INC-${cameBackRecordId}`},
    ...{title: 'Mail is down', cameBackTitle: 'Mail down again'},
    resolvedAt: new Date('2026-03-01T08:00:00Z'),
    cameBackAt: new Date('2026-03-04T08:00:00Z'),
    evidence: 'linked',
    evidences: ['linked', 'same text'],
    isStruck: false,
    ...changes,
  };
}

const struck: StruckLink = {
  ...{source: 'desk', recordId: 'a', cameBackRecordId: 'b', by: 'Ann'},
  ...{reason: 'another mailbox', at: new Date('2026-03-07T08:00:00Z')},
};

function block(links: IncidentLink[], struckLinks: StruckLink[] = []) {
  const incident = {record: {record_key: 'desk:a'}, links};
  return resolveIncidentLinks(incident, {struckLinks, frame: {zone: 'Europe/Amsterdam'}}, 'links');
}

function html(links: IncidentLink[], struckLinks: StruckLink[] = []): string {
  const made = block(links, struckLinks);
  return renderPage(samplePage(made ? [made] : []));
}

describe('the links of an incident', () => {
  test('are told apart by direction, with evidence in words and when', () => {
    const back = link({
      recordId: 'z',
      cameBackRecordId: 'a',
      evidences: ['same service and category'],
    });
    const made = block([link(), back]);
    expect(made?.title).toBe('Came back once, and is a return itself');
    expect(made?.groups.map(({title, links}) => [title, links.map(({to}) => to.text)])).toEqual([
      ['Came back as', ['INC-b']],
      ['Is a return of', ['INC-a']],
    ]);
    expect(made?.groups[0]?.links[0]).toMatchObject({
      from: {text: 'INC-a', href: '/incidents/desk%3Aa'},
      to: {text: 'INC-b', href: '/incidents/desk%3Ab'},
      title: 'Mail down again',
      when: 'Logged again 4\u00a0Mar\u00a02026,\u00a009:00, 3.0\u202fd after the resolution',
      evidence: [
        'Linked: INC-b names INC-a as its parent or original, or quotes its number',
        'Same requester, and the titles read the same',
      ],
    });
    expect(made?.groups[1]?.links[0]?.title).toBe('Mail is down');
  });

  test('take no place where there are none', () => {
    expect(block([])).toBeNull();
  });

  test.each([
    [false, [], 'Came back once', 'strike', []],
    [
      false,
      [struck],
      'Did not come back: every link is struck',
      'restore',
      ['Struck by Ann, 7 Mar 2026, 09:00: another mailbox', 'Left out from the next build on.'],
    ],
    [
      true,
      [struck],
      'Did not come back: every link is struck',
      'restore',
      ['Struck by Ann, 7 Mar 2026, 09:00: another mailbox', 'Left out of the figures.'],
    ],
    [true, [], 'Came back once', 'strike', ['Restored: it counts again from the next build on.']],
  ] as const)(
    'left out by the build: %s, by the register: %j',
    (isStruck, register, title, task, state) => {
      const made = block([link({isStruck})], [...register]);
      expect(made?.title).toBe(title);
      const [first] = made?.groups[0]?.links ?? [];
      expect(first?.form).toEqual({task, record: 'desk:a', cameBack: 'desk:b'});
      expect(first?.state.map((text) => text.replaceAll('\u00a0', ' '))).toEqual(state);
    },
  );
});

describe('their forms', () => {
  test('post to the page’s own address with all a decision needs, each field named', () => {
    const page = html([link()]);
    expect(page).toContain('<form method="post" action="/incidents/desk%3Aa/links">');
    for (const [name, value] of Object.entries({
      task: 'strike',
      record: 'desk:a',
      cameBack: 'desk:b',
    }))
      expect(page).toContain(`<input type="hidden" name="${name}" value="${value}"/>`);
    expect(page).toMatch(/<label><span>Your name<\/span><input name="by" required/);
    expect(page).toMatch(
      /<label><span>Why it is not the same<\/span><input name="reason" required/,
    );
    expect(page).not.toContain('<s>');
  });

  test('of a struck link restore it, without a reason if need be, and the link is struck through', () => {
    const page = html([link()], [struck]);
    expect(page).toMatch(/<s><a href="\/incidents\/desk%3Aa">INC-a<\/a>.*INC-b<\/a>.*<\/s>/s);
    expect(page).toContain('name="task" value="restore"');
    expect(page).not.toMatch(/name="reason" required/);
  });

  test('show hostile names and reasons as text', () => {
    const hostile = `"><script>alert(1)</script>`;
    const page = html(
      [link({cameBackTitle: hostile, recordKey: hostile, cameBackNumber: hostile})],
      [{...struck, by: hostile, reason: hostile}],
    );
    expect(page).not.toContain('<script>alert');
    expect(page).not.toContain(`value="">`);
  });
});
