import type {Clock, ClockSpan, WorkingHours} from '../metrics/incident-clocks.ts';
import type {TapeTone} from './tape-block.ts';

/** A stretch of a clock's lane that means one thing. */
export interface ClockPiece {
  started_at: Date;
  ended_at: Date;
  tone: TapeTone;
}

/** A span as the tape shows it: cut where the calendar opens and closes, and where the target is reached. */
export function clockPieces(
  span: ClockSpan,
  clock: Pick<Clock, 'due_at' | 'verdict' | 'hours'>,
): ClockPiece[] {
  const pieces =
    span.state === 'partly'
      ? cutByHours(span, clock.hours)
      : [{started_at: span.started_at, ended_at: span.ended_at, tone: toneOf(span.state)}];
  const {due_at, verdict} = clock;
  return verdict === 'breached' && due_at !== null
    ? pieces.flatMap((piece) => cutAtTarget(piece, due_at))
    : pieces;
}

function toneOf(state: ClockSpan['state']): TapeTone {
  if (state === 'paused') return 'paused';
  return state === 'outside hours' || state === 'before' ? 'outside' : 'counted';
}

function cutByHours({started_at, ended_at}: ClockSpan, hours: readonly WorkingHours[]) {
  const pieces: ClockPiece[] = [];
  let reached = started_at;
  const until = (end: Date, tone: TapeTone) => {
    if (end > reached) pieces.push({started_at: reached, ended_at: end, tone});
    if (end > reached) reached = end;
  };
  for (const window of hours) {
    if (window.ended_at <= started_at || window.started_at >= ended_at) continue;
    until(window.started_at, 'outside');
    until(window.ended_at < ended_at ? window.ended_at : ended_at, 'counted');
  }
  until(ended_at, 'outside');
  return pieces;
}

/** What counts after the target was used up is another thing. */
function cutAtTarget(piece: ClockPiece, due: Date): ClockPiece[] {
  const {started_at, ended_at, tone} = piece;
  if (tone !== 'counted' || ended_at <= due) return [piece];
  if (started_at >= due) return [{...piece, tone: 'breached'}];
  return [
    {started_at, ended_at: due, tone},
    {started_at: due, ended_at, tone: 'breached'},
  ];
}
