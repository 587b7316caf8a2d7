import {UserError} from '../base/user-error.ts';
import type {Session} from '../warehouse/database.ts';
import {readFrame} from './frame.ts';
import {checkedMoment, riskBands, runningClocks, type RiskBand} from './sla-at-risk.ts';
import {attributionDimensions, usedRows, type AttributionDimension} from './sla-attribution.ts';
import {comparedRows, disagreementReasons, type ComparisonPart} from './sla-comparison.ts';
import {verdictRows, type ClockPart} from './sla-compliance.ts';
import {slaKinds, type SlaKind, type SlaSelection, type SlaVerdict} from './sla-incidents.ts';
import {parseMoment} from './sla-moment.ts';
import type {SlaOverride} from './sla-override.ts';
import {whatIfRows} from './sla-what-if.ts';
import type {SqlText} from './slice.ts';

/** What an address may say of an SLA question: which, and of which kind. */
export type SlaChoices = Readonly<Record<string, string>>;

/** Parameters of the question "what if": every one of them may be absent. */
export const whatIfChoices = [
  'if_kind',
  'if_priority',
  'if_policy',
  'if_within',
  'if_calendar',
  'if_stops',
  'if_counts',
] as const;

/** Parameters of a list of incidents behind an SLA figure; `sla` says which one. */
export const slaChoices: readonly string[] = [
  ...['sla', 'kind', 'verdict', 'policy', 'band', 'at', 'recorded', 'computed', 'reason'],
  ...['held_by', 'holder', 'flip', ...whatIfChoices],
];

/** Nobody, none: what an address says for null. */
export const noneText = '-';

/** The incidents behind one SLA figure. */
export type SlaSet =
  | ({set: 'clocks'} & ClockPart)
  | {set: 'at-risk'; kind: SlaKind | null; band: RiskBand | null; at: string | null}
  | ({set: 'comparison'} & ComparisonPart)
  | {set: 'used-by'; kind: SlaKind; by: AttributionDimension; holder: string | null}
  | {set: 'what-if'; override: SlaOverride; flip: SlaVerdict | null};

/**
 * What an address asks for; null where it names no SLA figure.
 * @throws UserError for a choice that isn't there
 */
export function readSlaSet(choices: SlaChoices): SlaSet | null {
  const {sla} = choices;
  if (sla === undefined) return null;
  const kind = choiceOf(choices, 'kind', slaKinds);
  switch (choiceOf(choices, 'sla', slaSets)) {
    case 'at-risk': {
      const band = choiceOf(choices, 'band', riskBands);
      return {set: 'at-risk', kind, band, at: choices.at ?? null};
    }
    case 'comparison':
      return {set: 'comparison', ...comparisonPart(choices)};
    case 'used-by': {
      const by = choiceOf(choices, 'held_by', attributionDimensions) ?? 'assignment_group';
      const holder = choices.holder === noneText ? null : (choices.holder ?? null);
      return {set: 'used-by', kind: kind ?? 'resolution', by, holder};
    }
    case 'what-if': {
      const flip = choiceOf(choices, 'flip', verdicts);
      return {set: 'what-if', override: readOverride(choices) ?? {kind: 'resolution'}, flip};
    }
    default: {
      const verdict = choiceOf(choices, 'verdict', verdicts);
      return {set: 'clocks', kind: kind ?? 'resolution', verdict, policy: choices.policy ?? null};
    }
  }
}

const slaSets = ['clocks', 'at-risk', 'comparison', 'used-by', 'what-if'] as const;
const verdicts = ['met', 'breached'] as const;

/**
 * The promise an address asks about; null where it changes nothing.
 * @throws UserError for a choice that isn't there; names are checked by `planOverrides`
 */
export function readOverride(choices: SlaChoices): SlaOverride | null {
  const override: SlaOverride = {
    kind: choiceOf(choices, 'if_kind', slaKinds) ?? 'resolution',
    priority: choices.if_priority ?? null,
    policy: choices.if_policy ?? null,
    within: choices.if_within ?? null,
    calendar: choices.if_calendar ?? null,
    stops: choiceOf(choices, 'if_stops', ['none'] as const),
    counts: choiceOf(choices, 'if_counts', ['from change'] as const),
  };
  const {within, calendar, stops, counts} = override;
  return within || calendar || stops || counts ? override : null;
}

function comparisonPart(choices: SlaChoices): ComparisonPart {
  const part: ComparisonPart = {};
  for (const name of ['recorded', 'computed'] as const) {
    const said = choiceOf(choices, name, [...verdicts, noneText]);
    if (said !== null) part[name] = said === noneText ? null : said;
  }
  const reason = choiceOf(choices, 'reason', disagreementReasons);
  if (reason !== null) part.reason = reason;
  return part;
}

/**
 * One of the known choices; null where the address doesn't say.
 * @throws UserError for any other
 */
export function choiceOf<Choice extends string>(
  choices: SlaChoices,
  name: string,
  known: readonly Choice[],
): Choice | null {
  const said = choices[name];
  if (said === undefined) return null;
  const found = known.find((each) => each === said);
  if (found !== undefined) return found;
  throw new UserError(`"${name}" can’t be "${said.slice(0, 40)}".`, `Use: ${known.join(', ')}.`);
}

/**
 * The query of a set's incidents: `record_no` and `dated_at`, one row for each.
 * @throws UserError for a moment, calendar, policy or target that can't be
 */
export async function slaSetRows(
  session: Session,
  set: SlaSet,
  selection: SlaSelection,
): Promise<SqlText> {
  const frame = await readFrame(session);
  switch (set.set) {
    case 'at-risk': {
      const at = checkedMoment(set.at === null ? null : parseMoment(set.at, frame.zone), frame);
      const {sql, params} = runningClocks({...selection, at}, frame);
      return incidentsOf({sql, params}, {dated: 'due_at', equal: {kind: set.kind, band: set.band}});
    }
    case 'comparison':
      return incidentsOf(comparedRows(selection, set, frame));
    case 'used-by':
      return incidentsOf(usedRows({...selection, ...set}, frame));
    case 'what-if': {
      const rows = await whatIfRows(session, {...selection, overrides: [set.override]});
      const flipped = `select * from (${rows.sql}) as clocks where verdict_now <> verdict_then`;
      return incidentsOf({...rows, sql: flipped}, {equal: {verdict_then: set.flip}});
    }
    case 'clocks':
      return incidentsOf(verdictRows(selection, set, frame));
  }
}

interface SetPart {
  /** The column that dates a row. */
  dated?: string;
  /** Columns that must have a value; null: any. */
  equal?: Record<string, string | null>;
}

/** One row an incident, though two of its clocks may be in the set. */
function incidentsOf(rows: SqlText, {dated = 'resolved_at', equal = {}}: SetPart = {}): SqlText {
  const said = Object.entries(equal).filter((pair): pair is [string, string] => pair[1] !== null);
  const conditions = said.map(([column]) => `${column} = $set_${column}`);
  return {
    sql: `select record_no, min(${dated}) as dated_at from (${rows.sql}) as rows_of_set
      ${conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''} group by record_no`,
    params: {
      ...rows.params,
      ...Object.fromEntries(said.map(([column, value]) => [`set_${column}`, value])),
    },
  };
}
