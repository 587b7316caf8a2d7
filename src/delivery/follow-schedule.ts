import {setTimeout as sleep} from 'node:timers/promises';
import {schedule as everyMinute} from 'node-cron';
import {UserError} from '../base/user-error.ts';
import {readConfig} from '../config/read-config.ts';
import {runSchedule, type ScheduleContext} from './run-schedule.ts';
import {patientWaits} from './with-retry.ts';

export interface FollowedSchedule {
  /** Lets what runs come to an end without further waits between tries. */
  stop(): Promise<void>;
}

/**
 * Looks every minute what is due, and once at the start for what was missed. The settings are read anew
 * each time; runs never overlap.
 */
export function followSchedule(
  context: Omit<ScheduleContext, 'config' | 'wait' | 'waits' | 'fetch'>,
): FollowedSchedule {
  const stopping = new AbortController();
  const wait = (milliseconds: number) =>
    sleep(milliseconds, undefined, {signal: stopping.signal}).catch(() => undefined);
  let running: Promise<void> | null = null;

  async function look(): Promise<void> {
    try {
      const config = await readConfig(context.workspace);
      if (config.schedule.length === 0) return;
      await runSchedule({...context, config, wait, waits: patientWaits, fetch});
    } catch (error) {
      const told = error instanceof UserError ? `${error.message} ${error.remedy}` : stackOf(error);
      context.log.warn(`schedule: ${told}`);
    }
  }

  function lookOnce(): Promise<void> {
    running ??= look().finally(() => (running = null));
    return running;
  }

  const task = everyMinute('* * * * *', lookOnce, {noOverlap: true, timezone: 'UTC'});
  void lookOnce();
  return {
    async stop() {
      stopping.abort();
      await task.destroy();
      await running;
    },
  };
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
