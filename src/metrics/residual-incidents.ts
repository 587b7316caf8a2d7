import type {Session} from '../warehouse/database.ts';
import {addDays} from '../time/period.ts';
import {footedBy} from './footing.ts';
import type {Filter} from './metric.ts';
import {conditionsOf, dateLiteral} from './slice.ts';
import {readTerms} from './terms.ts';

/** An incident whose flows say otherwise than its spans how often it was open. */
export interface ResidualIncident {
  record_key: string;
  number: string | null;
  /** Its share of the residual; those of a period and slice add up to it. */
  residual: number;
  opened_at: Date;
  resolved_at: Date | null;
  closed_at: Date | null;
}

/** Of one period and slice: the greatest are named, and where there are more a rule is broken. */
const mostNamed = 1000;

export interface ResidualPart {
  /** First day, and the day after the last, as a footing row tells them. */
  period: {from: string; to: string};
  /** The slice of the row and the filters it was made under. */
  slice: readonly Filter[];
}

/**
 * The incidents that make a footing row's residual: for each, the change of its being open by its
 * spans, less the sum of its flows in the period. Without times out of order there are none, and of
 * more than 1000 the greatest are told.
 */
export async function residualIncidents(
  session: Session,
  {period: {from, to}, slice}: ResidualPart,
): Promise<ResidualIncident[]> {
  const {attributes} = await readTerms(session);
  const {conditions, params} = conditionsOf(footedBy(attributes), slice);
  const [before, last] = [addDays(from, -1), addDays(to, -1)].map(dateLiteral);
  const openOn = (day: string | undefined) =>
    `cast(count(*) filter (where first_on <= ${day} and (last_on is null or last_on >= ${day})) as integer)`;
  return session.query<ResidualIncident>(
    `with
     flows as (
       select record_no, cast(sum(backlog_delta) as integer) as by_flows
       from marts.fct_flow
       where event_on >= ${dateLiteral(from)} and event_on < ${dateLiteral(to)}
       group by record_no
     ),
     spans as (
       select record_no, ${openOn(last)} - ${openOn(before)} as by_spans
       from marts.fct_open_span
       where first_on <= ${last} and (last_on is null or last_on >= ${before})
       group by record_no
     ),
     compared as (
       select coalesce(s.record_no, f.record_no) as record_no,
         coalesce(s.by_spans, 0) - coalesce(f.by_flows, 0) as residual
       from spans as s full join flows as f on f.record_no = s.record_no
     )
     select i.record_key, i.number, c.residual, i.opened_at, i.resolved_at, i.closed_at
     from compared as c join marts.fct_incident as i on i.record_no = c.record_no
     where c.residual <> 0 ${conditions.map((each) => `and ${each}`).join(' ')}
     order by abs(c.residual) desc, i.record_key limit ${mostNamed}`,
    params,
  );
}
