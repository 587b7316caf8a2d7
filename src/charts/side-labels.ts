import type * as Plot from '@observablehq/plot';
import {keepApart} from './edge-labels.ts';
import {texts} from './row-layout.ts';
import {textWidth, wrapText} from './text-width.ts';

export interface LabelLine {
  text: string;
  fill: string;
  fontSize: number;
  isBold?: boolean;
}

/** Lines that stand together at the right of the frame, beside the mark they name. */
export interface SideLabel {
  lines: readonly LabelLine[];
  /** Pixel of the mark. */
  y: number;
  height: number;
  width: number;
  rank: number;
}

const defaults = {leading: 1.28, distance: 10};

/** A label whose lines are broken to at most `width` pixels. */
export function sideLabel(
  lines: readonly LabelLine[],
  {y, width, rank = 1}: {y: number; width: number; rank?: number},
): SideLabel {
  const broken = lines.flatMap((line) =>
    wrapText(line.text, width, line.fontSize).map((text) => ({...line, text})),
  );
  return {
    lines: broken,
    y,
    rank,
    height: broken.reduce((sum, line) => sum + lineHeight(line), 0) + 2,
    width: Math.max(0, ...broken.map(lineWidth)),
  };
}

/** The pixels a column of labels needs beside the frame. */
export function columnWidth(labels: readonly SideLabel[]): number {
  return Math.ceil(Math.max(0, ...labels.map((label) => label.width))) + defaults.distance + 2;
}

/** The labels moved apart between `top` and `bottom`, drawn at the right of a frame ending at `x`. */
export function sideLabelMarks(
  labels: readonly SideLabel[],
  {x, top, bottom}: {x: number; top: number; bottom: number},
): Plot.Markish[] {
  return keepApart(labels, top, bottom).flatMap(({lines, at, height}) => {
    let offset = at - height / 2 + 1;
    return lines.map((line) => {
      const y = offset + lineHeight(line) / 2;
      offset += lineHeight(line);
      return texts([{text: line.text, x: x + defaults.distance, y, fill: line.fill}], {
        textAnchor: 'start',
        fontSize: line.fontSize,
        fontWeight: line.isBold ? 600 : undefined,
        fontVariant: 'tabular-nums',
      });
    });
  });
}

function lineHeight({fontSize}: LabelLine): number {
  return fontSize * defaults.leading;
}

function lineWidth({text, fontSize, isBold}: LabelLine): number {
  return textWidth(text, fontSize, {isBold: isBold ?? false});
}
