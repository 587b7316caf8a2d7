import {UserError} from '../base/user-error.ts';
import type {Session} from '../warehouse/database.ts';
import {settlings, type Metric, type Settling} from './metric.ts';
import {cutQuery} from './query-text.ts';

/** The data's own clock: what is "now", and which local day that is. */
export interface Frame {
  asOf: Date;
  /** Local day of `asOf` in the workspace's zone. Nothing dated later is counted. */
  asOfOn: string;
  zone: string;
  isZoneDefault: boolean;
  /** Whole days after which what a figure waits for has happened or not. */
  settlingDays: Record<Settling, number>;
}

/**
 * Reads the data's clock.
 * @throws UserError when nothing has been imported
 */
export async function readFrame(session: Session): Promise<Frame> {
  const [row] = await session.queryOnce<FrameRow>(
    `select zone, is_zone_default, as_of, cast(timezone(zone, as_of) as date) as as_of_on,
       ${settlings.join(', ')}
     from settings.workspace`,
  );
  if (!row?.as_of || !row.as_of_on)
    throw new UserError(
      'There is no data yet.',
      'Import an export file: meantime import FILE.',
      404,
    );
  return {
    asOf: row.as_of,
    asOfOn: row.as_of_on,
    zone: row.zone,
    isZoneDefault: row.is_zone_default,
    settlingDays: {
      reopen_days: row.reopen_days,
      recurrence_days: row.recurrence_days,
      premature_hours: Math.ceil(row.premature_hours / 24),
    },
  };
}

type FrameRow = {
  zone: string;
  is_zone_default: boolean;
  as_of: Date | null;
  as_of_on: string | null;
} & Record<Settling, number>;

/** The first day a snapshot mart has; null for other metrics and for an empty mart. */
export async function readFirstSnapshot(session: Session, metric: Metric): Promise<string | null> {
  if (!metric.isSnapshot) return null;
  const {before, from} = cutQuery(metric.sql);
  const [row] = await session.queryOnce<{first_on: string | null}>(
    `${before}select min(day) as first_on from ${from}`,
  );
  return row?.first_on ?? null;
}
