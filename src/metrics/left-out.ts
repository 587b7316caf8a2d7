import type {Session} from '../warehouse/database.ts';
import type {LeftOutReason} from './left-out-list.ts';
import type {Selection} from './metric.ts';
import {readFrame} from './frame.ts';
import {conditionsOf, dateLiteral, endOf} from './slice.ts';

/** Records that count in no figure, and why. */
export interface LeftOut {
  exclusion: LeftOutReason;
  record_count: number;
}

/**
 * What was opened in a stretch of days and is left out of the figures, most first.
 * Only the source can be filtered by: other fields are often empty on such records.
 */
export async function leftOut(
  session: Session,
  {from, to, where}: Pick<Selection, 'from' | 'to' | 'where'>,
): Promise<LeftOut[]> {
  const frame = await readFrame(session);
  const sources = where.filter((filter) => filter.dimension === 'source');
  const {conditions, params} = conditionsOf({id: 'left out', by: ['source']}, sources);
  const all = [
    ...(from === null ? [] : [`opened_on >= ${dateLiteral(from)}`]),
    `opened_on < ${dateLiteral(endOf({to}, frame.asOfOn))}`,
    ...conditions,
  ];
  return session.query<LeftOut>(
    `select exclusion, cast(sum(record_count) as integer) as record_count
     from marts.dim_exclusion
     where ${all.join(' and ')}
     group by exclusion
     order by record_count desc, exclusion`,
    params,
  );
}
