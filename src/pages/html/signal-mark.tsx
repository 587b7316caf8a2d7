import type {Signal} from '../../metrics/behaviour-chart.ts';

const marks: Record<Signal, string> = {
  better: '▲',
  worse: '▼',
  common: '●',
  'too few': '○',
  none: '',
};

/** Only signals that deserve a colour. */
export const signalWords: Partial<Record<Signal, string>> = {
  better: 'better than usual',
  worse: 'worse than usual',
};

/** A verdict as mark and words: never colour alone. */
export function SignalMark({signal, text}: {signal: Signal; text: string}) {
  if (signal === 'none' && text === '') return null;
  return (
    <span class={`signal ${signal.replace(' ', '-')}`}>
      {marks[signal] !== '' && (
        <span class="mark" aria-hidden="true">
          {marks[signal]}
        </span>
      )}
      <span class="words">{text}</span>
    </span>
  );
}
