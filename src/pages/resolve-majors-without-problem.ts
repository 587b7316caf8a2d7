import {formatNumber, formatValue} from '../charts/format.ts';
import {formatPeriod} from '../charts/format-period.ts';
import {majorsWithoutProblem, type UnlinkedMajor} from '../problems/majors-without-problem.ts';
import {candidateName} from '../register/candidate-decisions.ts';
import {capitalised, countWord} from './headline-sentence.ts';
import {candidateHref, incidentHref} from './link.ts';
import type {CandidateSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import type {ResolvedPeriod} from './resolved-page.ts';
import type {Cell} from './resolved-table.ts';
import type {TableBlock} from './table-block.ts';
import {shortInstant} from './short-instant.ts';
import {t} from '../wording/t.ts';

/** Every major incident deserves a problem record: those that have none. */
export async function resolveMajorsWithoutProblem(
  {session, frame, request, period}: PageContext,
  {id, top}: Extract<CandidateSpec, {block: 'candidates majors'}>,
): Promise<TableBlock | null> {
  // They are of the whole workspace.
  if (request.where.length > 0) return null;
  const majors = await majorsWithoutProblem(session, period?.to ?? null);
  if (majors.length === 0) return null;
  const isOne = majors.length === 1;
  return {
    kind: 'table',
    id,
    title: isOne
      ? t`One major incident has no problem record`
      : capitalised(t`${countWord(majors.length)} major incidents have no problem record`),
    subtitle:
      majors.length > top
        ? t`The newest ${top} of ${formatNumber(majors.length)}, ${sinceWhen(period)}`
        : capitalised(t`${sinceWhen(period)}, newest first`),
    table: {
      columns: [
        {label: t`Incident`, align: 'left'},
        {label: t`Service`, align: 'left', isDetail: true},
        {label: t`Opened at`, align: 'left', isDetail: true},
        {label: t`Time to resolve`, align: 'right'},
        {label: t`Candidate`, align: 'left'},
      ],
      rows: majors.slice(0, top).map((major) => rowOf(major, frame.zone)),
    },
    note: [],
    downloads: [],
  };
}

/** A review knows of no major that came after it. */
function sinceWhen(period: ResolvedPeriod | null): string {
  return period === null ? t`of all time` : t`up to ${formatPeriod(period.id)}`;
}

function rowOf(major: UnlinkedMajor, zone: string): Cell[] {
  const {recordKey, number, title, service, openedAt, resolveHours} = major;
  return [
    {text: number, href: incidentHref(recordKey), detail: title ?? ''},
    {text: service ?? '–'},
    {text: shortInstant(openedAt, zone), value: openedAt.getTime()},
    {text: formatValue(resolveHours, 'hours'), value: resolveHours},
    candidateCell(major),
  ];
}

function candidateCell({candidateNo, candidateLabel}: UnlinkedMajor): Cell {
  if (candidateNo === null) return {text: '–'};
  const name = candidateName(candidateNo);
  return {text: name, href: candidateHref(name), detail: candidateLabel ?? ''};
}
