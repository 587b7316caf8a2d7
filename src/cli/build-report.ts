import type {Build} from '../models/build.ts';
import {counted} from './wording.ts';

/** A build in one line. */
export function buildText(built: Build): string {
  const count = incidentCount(built);
  const what = count === null ? '' : `: ${counted(count, 'incident')}`;
  return `Build ${built.build} published${what}, as of ${built.asOf}, ${built.seconds.toFixed(1)}\u202fs.`;
}

/** A build as other commands print it beside their own results. */
export function buildJson(built: Build): object {
  const {build, file, asOf, inputsHash, seconds, audits} = built;
  return {
    build,
    file,
    asOf,
    inputsHash,
    seconds,
    incidents: incidentCount(built),
    brokenAudits: audits.filter(({failures}) => failures > 0),
  };
}

function incidentCount({models}: Build): number | null {
  return models.find(({model}) => model === 'marts.fct_incident')?.rows ?? null;
}
