import {DeliveryError} from './delivery-error.ts';

/** Milliseconds before each further try: a mail server that restarts is waited for. */
export const patientWaits: readonly number[] = [5_000, 30_000, 120_000, 600_000];

export type Tried<T> = {attempts: number} & ({result: T} | {failure: string});

/**
 * Tries until it works, nothing more is to be waited for, or the failure is lasting. Only failures to
 * deliver are caught; everything else is a bug and escapes.
 */
export async function withRetry<T>(
  work: () => Promise<T>,
  {waits, wait}: {waits: readonly number[]; wait(milliseconds: number): Promise<void>},
): Promise<Tried<T>> {
  for (let attempts = 1; ; attempts++) {
    try {
      return {attempts, result: await work()};
    } catch (error) {
      if (!(error instanceof DeliveryError)) throw error;
      const pause = waits[attempts - 1];
      if (error.isLasting || pause === undefined) return {attempts, failure: error.message};
      await wait(pause);
    }
  }
}
