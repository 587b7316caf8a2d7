import {formatValue} from '../charts/format.ts';
import type {Clock} from '../metrics/incident-clocks.ts';
import type {Incident} from '../metrics/incident.ts';
import {clockNote} from './clock-note.ts';
import {clockPieces} from './clock-pieces.ts';
import {capitalised} from './headline-sentence.ts';
import {statusText} from './incident-list-columns.ts';
import {shortInstant} from './short-instant.ts';
import type {ResolvedTable} from './resolved-table.ts';
import type {TapeBlock, TapeLane, TapeTone} from './tape-block.ts';
import {targetTime, workingTime} from './sla-words.ts';

interface TapeContext {
  id: string;
  zone: string;
  asOf: Date;
}

interface Span {
  started_at: Date;
  ended_at: Date | null;
}

/** From the first start to the last end. */
interface Axis {
  from: number;
  length: number;
  asOf: Date;
}

/** An incident's life as lanes over one time axis: status, holder, and each clock's minutes. */
export function clockTape(incident: Incident, context: TapeContext): TapeBlock | null {
  const {clocks, statusSpans, assignmentSpans} = incident;
  const axis = axisOf(incident, context);
  if (!axis) return null;
  const lanes: TapeLane[] = [
    {label: 'Status', spans: statusSpans.map((span) => statusSpan(span, axis, context.zone))},
    {label: 'Held by', spans: assignmentSpans.map((span, index) => holderSpan(span, index, axis))},
    priorityLane(clocks, axis),
    ...clocks.map((clock) => clockLane(clock, axis)),
  ];
  return {
    kind: 'tape',
    id: context.id,
    title: tapeTitle(clocks, context.zone),
    subtitle:
      'Dark: minutes that counted, orange once past the target. Teal: clock stopped. Pale: outside the calendar’s hours, or before the clock counted.',
    lanes: lanes.map(withinAxis).filter(({spans}) => spans.length > 0),
    marks: marksOf(axis, context.zone),
    note: clockNote(clocks, context.zone),
    table: tapeTable(clocks, context.zone),
  };
}

/** What comes after the clocks have stopped is another story: it would squeeze them to a line. */
const tail = 0.03;

function axisOf(
  {clocks, statusSpans, assignmentSpans}: Incident,
  {asOf}: TapeContext,
): Axis | null {
  const timed = clocks.flatMap(({spans}) => spans);
  const all: readonly Span[] = [...statusSpans, ...assignmentSpans, ...timed];
  if (all.length === 0) return null;
  const isOver = timed.length > 0 && clocks.every(({stopped_at}) => stopped_at !== null);
  const ends = (isOver ? timed : all).map(({ended_at}) => (ended_at ?? asOf).getTime());
  const from = Math.min(...all.map(({started_at}) => started_at.getTime()));
  const length = Math.max(...ends) - from;
  return length > 0 ? {from, length: isOver ? length * (1 + tail) : length, asOf} : null;
}

function placeOf(span: Span, axis: Axis): {from: number; to: number} {
  const share = (instant: Date) => Math.min(1, (instant.getTime() - axis.from) / axis.length);
  return {from: share(span.started_at), to: share(span.ended_at ?? axis.asOf)};
}

/** Without what begins after the axis ends. */
function withinAxis(lane: TapeLane): TapeLane {
  return {...lane, spans: lane.spans.filter(({from}) => from < 1)};
}

function lengthText({started_at, ended_at}: Span, {asOf}: Axis): string {
  return formatValue(((ended_at ?? asOf).getTime() - started_at.getTime()) / 3_600_000, 'hours');
}

function statusSpan(span: Incident['statusSpans'][number], axis: Axis, zone: string) {
  const name = capitalised(statusText(span.status));
  return {
    ...placeOf(span, axis),
    tone: span.stops_clock ? ('paused' as const) : ('plain' as const),
    text: name,
    title: `${name} for ${lengthText(span, axis)} from ${shortInstant(span.started_at, zone)}`,
  };
}

function holderSpan(span: Incident['assignmentSpans'][number], index: number, axis: Axis) {
  const name = span.assignment_group ?? 'Nobody';
  return {
    ...placeOf(span, axis),
    tone: index % 2 === 0 ? ('plain' as const) : ('other' as const),
    text: name,
    title: `${name} for ${lengthText(span, axis)}`,
  };
}

function clockLane(clock: Clock, axis: Axis): TapeLane {
  return {
    label: `${capitalised(clock.kind)} clock`,
    spans: clock.spans.flatMap((span) =>
      clockPieces(span, clock).map((piece) => ({
        ...placeOf(piece, axis),
        tone: piece.tone,
        text: '',
        title: `${span.state === 'before' ? 'Before it counted' : toneWords[piece.tone]} for ${lengthText(piece, axis)}, ${[statusText(span.status), span.priority, span.assignment_group ?? 'nobody'].filter(Boolean).join(', ')}`,
      })),
    ),
  };
}

const toneWords: Record<TapeTone, string> = {
  plain: '',
  other: '',
  counted: 'Counted',
  paused: 'Clock stopped',
  outside: 'Outside hours',
  breached: 'Counted past the target',
};

/** Which priority it had when; nothing where it never changed. */
function priorityLane(clocks: readonly Clock[], axis: Axis): TapeLane {
  const spans = clocks.find(({kind}) => kind === 'resolution')?.spans ?? clocks[0]?.spans ?? [];
  const stretches: {started_at: Date; ended_at: Date; priority: string | null}[] = [];
  for (const {started_at, ended_at, priority} of spans) {
    const last = stretches.at(-1);
    if (last?.priority === priority) last.ended_at = ended_at;
    else stretches.push({started_at, ended_at, priority});
  }
  if (stretches.length < 2) return {label: 'Priority', spans: []};
  return {
    label: 'Priority',
    spans: stretches.map((span, index) => ({
      ...placeOf(span, axis),
      tone: index % 2 === 0 ? ('plain' as const) : ('other' as const),
      text: span.priority ?? 'None',
      title: `${span.priority ?? 'No priority'} for ${lengthText(span, axis)}`,
    })),
  };
}

/** What the clocks came to: `9.2 h counted towards a resolution target of 8 h: missed by 1.2 h`. */
function tapeTitle(clocks: readonly Clock[], zone: string): string {
  const clock = clocks.find(({kind}) => kind === 'resolution') ?? clocks[0];
  if (!clock) return 'What its time was made of';
  const used = workingTime(clock.used_seconds);
  const target = targetTime(clock.target_seconds);
  return `${used} counted towards a ${clock.kind} target of ${target}: ${verdictText(clock, zone)}`;
}

function verdictText(
  {verdict, margin_seconds, breached_at, stopped_at}: Clock,
  zone: string,
): string {
  if (verdict === 'breached')
    return `missed on ${shortInstant(breached_at, zone)}, ${stopped_at ? 'by' : 'so far by'} ${workingTime(-margin_seconds)}`;
  if (verdict === 'met') return `met with ${workingTime(margin_seconds)} to spare`;
  return stopped_at === null ? `still running, ${workingTime(margin_seconds)} left` : 'no verdict';
}

function marksOf({from, length}: Axis, zone: string): TapeBlock['marks'] {
  return [0, 0.5, 1].map((at) => ({at, label: shortInstant(new Date(from + length * at), zone)}));
}

function tapeTable(clocks: readonly Clock[], zone: string): ResolvedTable {
  return {
    columns: [
      {label: 'Clock', align: 'left'},
      {label: 'From', align: 'left'},
      {label: 'To', align: 'left', isDetail: true},
      {label: 'Status', align: 'left', isDetail: true},
      {label: 'Priority', align: 'left', isDetail: true},
      {label: 'Held by', align: 'left'},
      {label: 'Elapsed', align: 'right', isDetail: true},
      {label: 'Counted', align: 'right'},
      {label: 'State', align: 'left', isDetail: true},
    ],
    rows: clocks.flatMap(({kind, spans}) =>
      spans.map((span) => [
        {text: capitalised(kind)},
        {text: shortInstant(span.started_at, zone)},
        {text: shortInstant(span.ended_at, zone)},
        {text: statusText(span.status)},
        {text: span.priority ?? '–'},
        {text: span.assignment_group ?? 'Nobody', ...(span.tier ? {detail: span.tier} : {})},
        {text: formatValue(span.elapsed_seconds / 3600, 'hours'), value: span.elapsed_seconds},
        {text: workingTime(span.counted_seconds), value: span.counted_seconds},
        {text: span.state === 'before' ? 'before it counted' : span.state},
      ]),
    ),
  };
}
