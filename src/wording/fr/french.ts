import {frenchSpaces, withFrenchSpaces} from '../french-spaces.ts';
import type {MetricWords, Wordings} from '../language.ts';
import {audits} from './audits.ts';
import {blocks} from './blocks.ts';
import {candidates} from './candidates.ts';
import {charts} from './charts.ts';
import {chrome} from './chrome.ts';
import {eventGaps} from './event-gaps.ts';
import {findings} from './findings.ts';
import {metrics} from './metrics.ts';
import {moves} from './moves.ts';
import {packs} from './packs.ts';
import {sentences} from './sentences.ts';
import {titles} from './titles.ts';
import {actions} from './actions.ts';

/** Everything that is worded in French, metrics aside. */
export const french: Wordings = withFrenchSpaces({
  ...charts,
  ...chrome,
  ...titles,
  ...sentences,
  ...blocks,
  ...candidates,
  ...findings,
  ...eventGaps,
  ...moves,
  ...packs,
  ...actions,
  ...audits,
});

export const frenchMetrics: Readonly<Record<string, MetricWords>> = Object.fromEntries(
  Object.entries(metrics).map(([id, {label, subject, definition}]) => [
    id,
    {label, subject, definition: frenchSpaces(definition)},
  ]),
);
