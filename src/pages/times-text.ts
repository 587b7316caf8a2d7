import {t} from '../wording/t.ts';
import type {Freshness} from './page-state.ts';

/** `times in Europe/Berlin`, `times in UTC (not set)`. */
export function timesText({zone, isZoneDefault}: Freshness): string {
  return isZoneDefault ? t`times in ${zone} (not set)` : t`times in ${zone}`;
}
