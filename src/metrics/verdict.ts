import type {Assurance, JudgedPoint} from './behaviour-chart.ts';
import type {Rule} from './signal-rules.ts';

/** What a point's signal is called: `usual variation`, `worse than usual`, `higher than usual` … */
export function signalWords(point: JudgedPoint | null): string {
  if (point === null) return 'too few to say';
  switch (point.signal) {
    case 'better':
      return 'better than usual';
    case 'worse':
      return 'worse than usual';
    case 'common':
      return 'usual variation';
    case 'too few':
      return 'too few to say';
    case 'none':
      return sideWords(point.side);
  }
}

function sideWords(side: JudgedPoint['side']): string {
  if (side === null) return 'not judged';
  return side === 'above' ? 'higher than usual' : 'lower than usual';
}

/** What an assurance is called; empty where there is no target. */
export function assuranceWords(assurance: Assurance): string {
  switch (assurance) {
    case 'reliably':
      return 'meets it reliably';
    case 'sometimes':
      return 'meets it sometimes';
    case 'never':
      return 'will not meet it';
    case null:
      return '';
  }
}

/** Why a point stands out, in words: the strongest reason. */
export function reasonWords(point: JudgedPoint): string {
  const rule: Rule | undefined = point.rules[0];
  const side = point.side ?? 'above';
  switch (rule) {
    case undefined:
      return '';
    case 'outside':
      return `${side} its usual range`;
    case 'two of three':
      return `two of three periods near the ${side === 'above' ? 'upper' : 'lower'} end of the usual range`;
    case 'run':
      return `seven periods in a row ${side} the average`;
    case 'trend':
      return `${side === 'above' ? 'rising' : 'falling'} for seven periods`;
  }
}
