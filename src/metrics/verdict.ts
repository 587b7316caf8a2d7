import {t} from '../wording/t.ts';
import type {Assurance, JudgedPoint} from './behaviour-chart.ts';
import type {Rule} from './signal-rules.ts';

/** What a point's signal is called: `usual variation`, `worse than usual`, `higher than usual` … */
export function signalWords(point: JudgedPoint | null): string {
  if (point === null) return t`too few to say`;
  switch (point.signal) {
    case 'better':
      return t`better than usual`;
    case 'worse':
      return t`worse than usual`;
    case 'common':
      return t`usual variation`;
    case 'too few':
      return t`too few to say`;
    case 'none':
      return sideWords(point.side);
  }
}

function sideWords(side: JudgedPoint['side']): string {
  if (side === null) return t`not judged`;
  return side === 'above' ? t`higher than usual` : t`lower than usual`;
}

/** What an assurance is called; empty where there is no target. */
export function assuranceWords(assurance: Assurance): string {
  switch (assurance) {
    case 'reliably':
      return t`meets it reliably`;
    case 'sometimes':
      return t`meets it sometimes`;
    case 'never':
      return t`will not meet it`;
    case null:
      return '';
  }
}

/** Why a point stands out, in words: the strongest reason. */
export function reasonWords(point: JudgedPoint): string {
  const rule: Rule | undefined = point.rules[0];
  const isAbove = point.side !== 'below';
  switch (rule) {
    case undefined:
      return '';
    case 'outside':
      return isAbove ? t`above its usual range` : t`below its usual range`;
    case 'two of three':
      return isAbove
        ? t`two of three periods near the upper end of the usual range`
        : t`two of three periods near the lower end of the usual range`;
    case 'run':
      return isAbove
        ? t`seven periods in a row above the average`
        : t`seven periods in a row below the average`;
    case 'trend':
      return isAbove ? t`rising for seven periods` : t`falling for seven periods`;
  }
}
