import {monthly} from '../../dashboards/monthly.ts';
import {weekly} from '../../dashboards/weekly.ts';
import type {Filter} from '../metrics/metric.ts';
import type {Page} from '../pages/page.ts';
import {packKinds} from './pack.ts';

/** What a pack shows, of which incidents. */
export interface PackDefinition {
  /** As it is asked for, and its folder's name. */
  name: string;
  page: Page & {grain: 'week' | 'month'};
  where: readonly Filter[];
}

/** The packs that every workspace has. */
export const ownDefinitions: readonly PackDefinition[] = packKinds.map((name) => {
  const page = {weekly, monthly}[name];
  return {name, page: {...page, grain: name === 'weekly' ? 'week' : 'month'}, where: []};
});
