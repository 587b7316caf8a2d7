import {dateLiteral} from '../metrics/slice.ts';
import type {PartCount} from './compare-parts.ts';
import type {FindingContext} from './finding-context.ts';
import type {FindingWindow} from './finding-window.ts';
import {incidentsIn} from './incidents-in.ts';

/** What is counted, in SQL over `i`, a row of `marts.fct_incident`. */
export interface CountedParts {
  part: string;
  /** True, false, or null where it can't be told. */
  hit: string;
  /** The local day that puts an incident in the window. */
  day: 'opened_on' | 'resolved_on';
  /** Which incidents are looked at. */
  among: string;
  /** Which are alike; by default those of one source and priority. */
  kind?: string;
}

/** How often something happened in a window, by part, kind of incident and week. */
export async function countParts(
  context: FindingContext,
  {from, to}: Pick<FindingWindow, 'from' | 'to'>,
  {part, hit, day, among, kind = `i.source || ' ' || coalesce(i.priority, '')`}: CountedParts,
): Promise<PartCount[]> {
  const incidents = incidentsIn(context);
  return context.session.query<PartCount>(
    `select ${part} as part, ${kind} as kind,
       cast((i.${day} - ${dateLiteral(from)}) // 7 as integer) as week,
       cast(count(*) filter (where ${hit}) as integer) as hits,
       cast(count(${hit}) as integer) as n
     from ${incidents.sql} as i
     where i.${day} >= ${dateLiteral(from)} and i.${day} < ${dateLiteral(to)} and ${among}
     group by 1, 2, 3
     having count(${hit}) > 0`,
    incidents.params,
  );
}
