import type {Finding} from '../findings/finding.ts';
import {readFindings} from '../findings/read-findings.ts';
import {lastCompletePeriod, parsePeriod} from '../time/period.ts';
import {historyStart, rememberingMeasure, type PageContext} from './page-context.ts';

const historyPeriods = 26;

/** The findings of a week or month; of the last whole week where no period is named. */
export async function findingsOf(context: PageContext, period: string | null): Promise<Finding[]> {
  const {session, catalogue, frame, targets} = context;
  const named = period === null ? null : parsePeriod(period);
  const grain = named?.grain === 'month' ? 'month' : 'week';
  const days = named?.grain === grain ? named : lastCompletePeriod(frame.asOfOn, grain);
  if (days.to > frame.asOfOn) return [];
  const [row] = await session.query<{first_on: string | null}>(
    'select min(opened_on) as first_on from marts.fct_incident',
  );
  const of = {id: days.id, from: days.from, to: days.to, grain} as const;
  return readFindings({
    ...{session, catalogue, frame, targets, period: of, where: []},
    historyFrom: historyStart(of, historyPeriods, row?.first_on ?? null),
    measure: rememberingMeasure({session, catalogue}, []),
  });
}
