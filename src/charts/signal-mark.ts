import type {SymbolType} from '@observablehq/plot';
import type {Signal} from '../metrics/behaviour-chart.ts';
import type {Theme} from './theme.ts';

/** The colour of a signal; usual variation and the unjudged are grey. */
export function signalColour(signal: Signal | undefined, theme: Theme): string {
  if (signal === 'better') return theme.better;
  if (signal === 'worse') return theme.worse;
  return theme.common;
}

export function isSignal(signal: Signal | undefined): signal is 'better' | 'worse' {
  return signal === 'better' || signal === 'worse';
}

interface Path {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  closePath(): void;
}

/** ▲ and ▼: shape tells better from worse where colour can't. */
export const signalSymbol = {
  better: {draw: (path: Path, size: number) => drawTriangle(path, size, 1)},
  worse: {draw: (path: Path, size: number) => drawTriangle(path, size, -1)},
} as unknown as Record<'better' | 'worse', SymbolType>;

function drawTriangle(path: Path, size: number, direction: 1 | -1): void {
  // As wide as a circle of this area, resting on its centroid.
  const radius = Math.sqrt(size / Math.PI) * 1.25;
  const half = radius * Math.sin(Math.PI / 3);
  path.moveTo(0, -radius * direction);
  path.lineTo(half, (radius / 2) * direction);
  path.lineTo(-half, (radius / 2) * direction);
  path.closePath();
}
