import type {ImportJob} from './import-queue.ts';

/** What an import is doing, in words: `Reading rows, about 120,000 of 300,000`. */
export function stageText({stage, rowCount, state}: ImportJob): string {
  if (state === 'done') return 'Done';
  if (state === 'failed') return 'Failed';
  const {kind, step, share} = stage;
  if (kind === 'opening') return 'Opening the file';
  if (kind === 'reading') return readingText(share, rowCount);
  if (step === 'audits') return 'Checking the figures';
  if (step === 'findings') return 'Looking for findings';
  if (step === 'writing') return 'Publishing the figures';
  return `Computing the figures: ${step.replace(/^\w+\./, '').replaceAll('_', ' ')}`;
}

function readingText(share: number | null, rowCount: number | null): string {
  if (rowCount === null) return 'Reading rows';
  const total = rowCount.toLocaleString('en-GB');
  if (share === null || share >= 1) return `Reading ${total} rows`;
  // The engine knows its share of the bytes; two digits are all that is known of the rows.
  const about = Number((share * rowCount).toPrecision(2)).toLocaleString('en-GB');
  return `Reading rows, about ${about} of ${total}`;
}

/** How much of all is done, 0–1: rows are the first half, the figures the second; null at first. */
export function doneShare({stage: {kind, step, share}, state}: ImportJob): number | null {
  if (state !== 'running') return 1;
  if (kind === 'opening') return null;
  if (kind === 'reading') return 0.5 * (share ?? 0);
  if (step === 'audits') return 0.92;
  if (step === 'findings') return 0.95;
  return step === 'writing' ? 0.97 : 0.5 + 0.4 * (share ?? 0);
}
