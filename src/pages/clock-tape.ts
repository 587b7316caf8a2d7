import {formatValue} from '../charts/format.ts';
import type {Clock, ClockSpan, Incident} from '../metrics/incident.ts';
import {capitalised} from './headline-sentence.ts';
import {statusText} from './resolve-incident-list.ts';
import {shortInstant} from './short-instant.ts';
import type {ResolvedTable, TapeBlock, TapeLane, TapeTone} from './resolved-page.ts';

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
  const axis = axisOf(
    [...statusSpans, ...assignmentSpans, ...clocks.flatMap(({spans}) => spans)],
    context,
  );
  if (!axis) return null;
  const lanes: TapeLane[] = [
    {label: 'Status', spans: statusSpans.map((span) => statusSpan(span, axis, context.zone))},
    {label: 'Held by', spans: assignmentSpans.map((span, index) => holderSpan(span, index, axis))},
    ...clocks.map((clock) => clockLane(clock, axis)),
  ];
  return {
    kind: 'tape',
    id: context.id,
    title: tapeTitle(clocks),
    subtitle:
      'Dark: minutes that counted, orange once past the target. Teal: clock stopped. Pale: outside the calendar’s hours.',
    lanes: lanes.filter(({spans}) => spans.length > 0),
    marks: marksOf(axis, context.zone),
    note: [],
    table: tapeTable(clocks, context.zone),
  };
}

function axisOf(spans: readonly Span[], {asOf}: TapeContext): Axis | null {
  if (spans.length === 0) return null;
  const from = Math.min(...spans.map(({started_at}) => started_at.getTime()));
  const to = Math.max(...spans.map(({ended_at}) => (ended_at ?? asOf).getTime()));
  return to > from ? {from, length: to - from, asOf} : null;
}

function placeOf(span: Span, axis: Axis): {from: number; to: number} {
  const share = (instant: Date) => (instant.getTime() - axis.from) / axis.length;
  return {from: share(span.started_at), to: share(span.ended_at ?? axis.asOf)};
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
    spans: clock.spans
      .flatMap((span) => clockPieces(span, clock))
      .map(({tone, ...span}) => ({
        ...placeOf(span, axis),
        tone,
        text: '',
        title: `${toneWords[tone]} for ${lengthText(span, axis)}, ${statusText(span.status)}, ${span.assignment_group ?? 'nobody'}`,
      })),
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

/** A span that counts is cut where the target is reached. */
function clockPieces(span: ClockSpan, {due_at, verdict}: Clock): (ClockSpan & {tone: TapeTone})[] {
  const tone = toneOf(span.state);
  if (tone !== 'counted' || verdict !== 'breached' || due_at === null) return [{...span, tone}];
  if (span.started_at >= due_at) return [{...span, tone: 'breached'}];
  if (span.ended_at <= due_at) return [{...span, tone}];
  return [
    {...span, ended_at: due_at, tone},
    {...span, started_at: due_at, tone: 'breached'},
  ];
}

function toneOf(state: ClockSpan['state']): TapeTone {
  if (state === 'paused') return 'paused';
  return state === 'outside hours' ? 'outside' : 'counted';
}

/** What the clocks came to: `The resolution clock ran 9.2 h of 8.0 h: missed`. */
export function tapeTitle(clocks: readonly Clock[]): string {
  const clock = clocks.find(({kind}) => kind === 'resolution') ?? clocks[0];
  if (!clock) return 'What its time was made of';
  const used = formatValue(clock.used_seconds / 3600, 'hours');
  const target = formatValue(clock.target_seconds / 3600, 'hours');
  const verdict =
    clock.verdict === null ? 'still running' : clock.verdict === 'met' ? 'met' : 'missed';
  return `${used} counted towards a ${clock.kind} target of ${target}: ${verdict}`;
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
        {text: span.assignment_group ?? 'Nobody'},
        {text: formatValue(span.elapsed_seconds / 3600, 'hours'), value: span.elapsed_seconds},
        {text: formatValue(span.counted_seconds / 3600, 'hours'), value: span.counted_seconds},
        {text: span.state},
      ]),
    ),
  };
}
