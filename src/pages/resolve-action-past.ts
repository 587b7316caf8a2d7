import {formatNumber, formatValue} from '../charts/format.ts';
import type {Action, PackReference} from '../register/action.ts';
import type {AuditEntry} from '../register/audit-trail.ts';
import {differencesOf} from '../register/stale-action.ts';
import {noActions} from './action-register.ts';
import {effectWords, unitOf, verdictDetail, verdictSignals} from './action-words.ts';
import type {PageContext} from './page-context.ts';
import {actionOf, packText} from './resolve-action.ts';
import type {Cell} from './resolved-table.ts';
import type {TableBlock} from './table-block.ts';
import {shortInstant} from './short-instant.ts';

/** Every verdict a build has found, newest first; where it changed says so. */
export function resolveActionVerdicts(context: PageContext, id: string): TableBlock | null {
  const action = actionOf(context);
  const {register = noActions, frame, catalogue} = context;
  const found = register.verifications.filter(({actionNo}) => actionNo === action.actionNo);
  if (found.length === 0) return null;
  const unit = unitOf(action, catalogue);
  return {
    ...{kind: 'table', id, downloads: [], note: []},
    title: 'Verdicts as builds found them',
    subtitle: 'Kept as they were; a verdict that changed is another row',
    table: {
      columns: [
        {label: 'Build', align: 'left'},
        {label: 'Data to', align: 'left', isDetail: true},
        {label: 'Verdict', align: 'left'},
        {label: 'Effect', align: 'left'},
        {label: 'Since then', align: 'right', isDetail: true},
        {label: 'n', align: 'right', isDetail: true},
      ],
      rows: found
        .map((each, place): Cell[] => {
          const {verdict, evidence, build, asOf} = each;
          const before = found[place - 1];
          const isChanged = before !== undefined && before.verdict !== verdict;
          return [
            {text: String(build), value: build},
            {text: shortInstant(asOf, frame.zone), value: asOf.getTime()},
            {
              text: verdict,
              signal: verdictSignals[verdict],
              detail: isChanged ? `changed from “${before.verdict}”` : verdictDetail(evidence),
            },
            {text: effectWords(evidence, unit)},
            {
              text: formatValue(evidence.standardised ?? evidence.after.value, unit),
              value: evidence.standardised ?? evidence.after.value,
            },
            {text: formatNumber(evidence.after.n), value: evidence.after.n},
          ];
        })
        .reverse(),
    },
  };
}

/** What was said about it, oldest first. */
export function resolveActionComments(context: PageContext, id: string): TableBlock | null {
  const {register = noActions, frame} = context;
  const {comments} = register;
  if (comments.length === 0) return null;
  return {
    ...{kind: 'table', id, downloads: [], note: []},
    title: 'Comments',
    subtitle: 'Oldest first',
    table: {
      columns: [
        {label: 'Who', align: 'left'},
        {label: 'What', align: 'left'},
        {label: 'When', align: 'left', isDetail: true},
      ],
      rows: comments.map(({by, text, at, pack}) => [
        {text: by, phoneDetail: shortInstant(at, frame.zone)},
        {text, ...(pack === null ? {} : {detail: packText(pack)})},
        {text: shortInstant(at, frame.zone), value: at.getTime()},
      ]),
    },
  };
}

/** Every change with what stood before, newest first. */
export function resolveActionHistory(context: PageContext, id: string): TableBlock {
  const action = actionOf(context);
  const {register = noActions, frame} = context;
  const told = register.trail.filter(({what}) => what !== 'commented on action');
  return {
    ...{kind: 'table', id, downloads: [], note: []},
    title: 'History',
    subtitle: `Version ${action.version}; every change with what stood before, newest first`,
    table: {
      columns: [
        {label: 'When', align: 'left'},
        {label: 'Who', align: 'left', isDetail: true},
        {label: 'What', align: 'left'},
      ],
      rows: told
        .map((entry): Cell[] => [
          {
            text: shortInstant(entry.at, frame.zone),
            value: entry.at.getTime(),
            phoneDetail: entry.by,
          },
          {text: entry.by},
          {text: whatOf(entry), detail: whyOf(entry)},
        ])
        .reverse(),
    },
  };
}

function whatOf({what, before, after}: AuditEntry): string {
  if (before === null) return what === 'imported action' ? 'brought in from a file' : 'registered';
  const changes = differencesOf(before as Partial<Action>, (after ?? {}) as Partial<Action>);
  if (changes.length === 0) return 'nothing but the version';
  return changes.map((each) => `${each.label}: ${each.before}, now ${each.after}`).join('; ');
}

function whyOf({after}: AuditEntry): string {
  const {reason = '', pack = null} = (after ?? {}) as {
    reason?: string;
    pack?: PackReference | null;
  };
  return [reason, pack === null ? '' : `decided in the ${packText(pack)}`]
    .filter(Boolean)
    .join(' · ');
}
