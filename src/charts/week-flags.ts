import * as Plot from '@observablehq/plot';
import type {WeekMark} from './chart.ts';
import {texts} from './row-layout.ts';
import {textWidth} from './text-width.ts';
import type {Theme} from './theme.ts';

const defaults = {fontSize: 11, laneHeight: 15, mostLanes: 3, distance: 4};

/** A mark with its place; `lane` counts from the top, null where its label found no room. */
export interface Flag extends WeekMark {
  x: number;
  lane: number | null;
  isLeftwards: boolean;
}

/**
 * Gives each mark a line at its day and its label a lane above the columns. A line begins under every
 * label it would cross, so lanes go down from left to right; what has no room left keeps a short stroke.
 */
export function placeFlags(
  marks: readonly WeekMark[],
  pixelOf: (day: string) => number,
  {left, right}: {left: number; right: number},
): Flag[] {
  const flags: Flag[] = [];
  const spans: {from: number; to: number; lane: number}[] = [];
  for (const mark of [...marks].sort((a, b) => a.day.localeCompare(b.day))) {
    const x = pixelOf(mark.day);
    if (x < left || x > right) continue;
    const needed = textWidth(mark.label, defaults.fontSize) + defaults.distance + 6;
    const isLeftwards = x + needed > right;
    const [from, to] = isLeftwards ? [x - needed, x] : [x, x + needed];
    const before = spans.filter((span) => span.to > from && span.from < to + 1);
    const lane = Math.max(-1, ...before.map((span) => span.lane)) + 1;
    // A label to the left would be crossed by the lines of what it overlaps.
    const hasRoom =
      lane < defaults.mostLanes &&
      from >= left &&
      !(isLeftwards && flags.some((flag) => flag.x >= from && flag.x <= x));
    flags.push({...mark, x, lane: hasRoom ? lane : null, isLeftwards});
    if (hasRoom) spans.push({from, to, lane});
  }
  return flags;
}

/** Pixels the lanes take. */
export function flagHeight(flags: readonly Flag[]): number {
  return (Math.max(-1, ...flags.map(({lane}) => lane ?? -1)) + 1) * defaults.laneHeight;
}

export function weekFlags(
  flags: readonly Flag[],
  {top, bottom}: {top: number; bottom: number},
  theme: Theme,
): Plot.Markish[] {
  const named = flags.filter((flag): flag is Flag & {lane: number} => flag.lane !== null);
  const colour = ({isDecision}: Flag) => (isDecision ? theme.accent : theme.muted);
  const lines = [
    ...named.map((flag) => ({...flag, y1: top + flag.lane * defaults.laneHeight, y2: bottom})),
    ...flags
      .filter(({lane}) => lane === null)
      .map((flag) => ({...flag, y1: bottom, y2: bottom + 5})),
  ];
  return [
    Plot.ruleX(lines, {
      x: {value: 'x', scale: null},
      y1: {value: 'y1', scale: null},
      y2: {value: 'y2', scale: null},
      stroke: {value: colour, scale: null},
      strokeWidth: 1,
      insetTop: 0,
      insetBottom: 0,
    } as unknown as Plot.RuleXOptions),
    ...[true, false].map((isLeftwards) =>
      texts(
        named
          .filter((flag) => flag.isLeftwards === isLeftwards)
          .map((flag) => ({
            text: flag.label,
            x: flag.x + (isLeftwards ? -defaults.distance : defaults.distance),
            y: top + flag.lane * defaults.laneHeight + 6,
            fill: colour(flag),
          })),
        {textAnchor: isLeftwards ? 'end' : 'start', fontSize: defaults.fontSize},
      ),
    ),
  ];
}
