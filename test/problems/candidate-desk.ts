import {openDatabase, type Database} from '../../src/warehouse/database.ts';
import type {CandidateDecision} from '../../src/register/candidate-decisions.ts';

/**
 * The marts of a build with two candidates: PC-1, which fills the order screen's list, and PC-2, a printer
 * that jams. The data's own clock stands at noon of Thursday 17 March 2016 in Berlin.
 */
export async function candidateDesk(): Promise<Database> {
  const database = await openDatabase(':memory:');
  await database.run(`create schema settings; create schema marts;
    create table settings.workspace as select 'Europe/Berlin' as zone, false as is_zone_default,
      timestamptz '2016-03-17 11:00:00+00' as as_of, 7 as reopen_days, 30 as recurrence_days,
      48 as premature_hours;
    create table settings.candidate_merge as select 7 as from_candidate_no, 1 as into_candidate_no;
    create table settings.candidate_split (candidate_no integer, wording_key varchar, new_candidate_no integer);
    create table marts.fct_incident as
      select i as record_no, 'desk:' || i as record_key, 'desk' as source, i::varchar as record_id,
        'INC' || i as number, 'Title ' || i as title, 'P3' as priority, 'closed' as status,
        if(i < 60, 'Orders', 'Printing') as service, null::varchar as ci, 'ERP' as assignment_group,
        'Porto' as location, null::varchar as problem_id,
        timestamptz '2015-09-07 08:00:00+00' + to_days(7 * (i % 20)::integer) as opened_at,
        timestamptz '2015-09-07 10:00:00+00' + to_days(7 * (i % 20)::integer) as resolved_at,
        2.0::double as resolve_hours
      from range(80) t(i);
    create table marts.dim_record as select record_no, source, record_id from marts.fct_incident;
    create table marts.fct_candidate_incident as
      select if(record_no < 60, 1, 2) as candidate_no, record_no, ['text'] as evidence,
        record_no % 20 = 0 as is_boundary, true as is_primary, true as is_in_window, opened_at,
        opened_at::date as opened_on, 2.0::double as hours_lost
      from marts.fct_incident;
    create table marts.fct_candidate_week as
      select candidate_no, date_trunc('week', opened_on)::date as week_started_on,
        count(*)::integer as incident_count, sum(hours_lost) as hours_lost
      from marts.fct_candidate_incident group by all;
    create table marts.candidate_wording as
      from (values
        (1, 'k1', 'Order list shows no rows', 1, 40, 1.0, ['order', 'list', 'show', 'row'], false),
        (1, 'k2', 'Auftragsliste zeigt keine Zeilen, Größe 0', 2, 15, 0.6, ['gross', 'zeil'], false),
        (1, 'k3', 'Rows missing somewhere', 20, 5, 0.2, ['row'], true),
        (2, 'k9', 'Printer jams', 60, 20, 1.0, ['print', 'jam'], false)
      ) t(candidate_no, wording_key, wording, record_no, incident_count, typicality, shared_stems, is_boundary)
      select *, timestamptz '2015-09-07 08:00:00+00' as first_seen_at,
        timestamptz '2016-01-18 08:00:00+00' as last_seen_at;
    create table marts.candidate_value as
      from (values
        (1, 'ci', 'erp-1', 30, 0.6, 1), (1, 'ci', 'erp-2', 20, 0.4, 2), (1, 'service', 'Orders', 60, 1.0, 1)
      ) t(candidate_no, field, value, incident_count, share, place);
    create table marts.candidate_event as
      from (values (1, timestamptz '2015-09-07 08:00:00+00', 'first seen', '', null::varchar))
        t(candidate_no, happened_at, kind, reference, title);
    create table marts.candidate_lineage as
      from (values (1, 'grown', null::integer, 50, 60), (2, 'new', null, null, 20), (6, 'merged into', 2, 4, null))
        t(candidate_no, event, other_candidate_no, count_before, count_now);
    create table marts.candidate_help as
      select 1 as candidate_no, 'article' as kind, 'KB1' as help, timestamptz '2015-10-01' as helped_since,
        5 as helped_count, 1.0 as helped_hours, 10 as unhelped_count, 3.0 as unhelped_hours,
        20.0 as unhelped_hours_lost;
    create table marts.known_problem as
      select 'desk' as source, 'PRB1' as number, 'Orders' as title, 'open' as status, true as is_open,
        null::boolean as is_known_error, timestamptz '2015-10-01' as opened_at,
        null::timestamptz as closed_at, 1 as candidate_no, 3 as linked_count,
        timestamptz '2015-12-01' as last_incident_at, 'steady' as candidate_growth, true as is_quiet`);
  await database.run(`create table marts.dim_candidate as
    select candidate_no, rank, label, false as is_routine, ['text'] as detectors, service, 1.0 as service_share,
      'Software' as category, null::varchar as subcategory, ci, ci_share, 'ERP' as assignment_group,
      0.9 as group_share, 'Rebuild the index' as workaround, 0.5 as workaround_share,
      problem_id, 0.1 as problem_share, true as is_problem_open, false as is_known_error,
      'KB1' as knowledge_id, 0.2 as knowledge_share, n as incident_count, n as window_count,
      recent as recent_count, n - recent as before_count, date '2015-03-19' as window_started_on,
      52 as window_weeks, 8 as recent_weeks, timestamptz '2015-09-07 08:00:00+00' as first_seen_at,
      timestamptz '2016-01-18 08:00:00+00' as last_seen_at, hours as hours_lost,
      null::double as handling_cost, hours / 2 as saved_hours, null::double as saved_cost,
      20 as weeks_active, 0.4 as persistence, 1.2 as trend, 0.9 as spread, 0.95 as purity,
      0.0 as covered_share, hours * 0.4 as score, hours as hours_counted_once,
      share as hours_running_share, 50 as requester_count, 3 as location_count, 3 as wording_count,
      59.0 as silent_days, 20.0 as expected_in_silence, false as is_silent,
      null::timestamptz as silent_since, null::varchar as silent_after_change
    from (values
      (1, 1, 'Order list shows no rows', 'Orders', 'erp-1', 0.6, 'PRB1', 60, 12, 120.0, 0.75),
      (2, 2, 'Printer jams', 'Printing', null, null, null, 20, 3, 40.0, 1.0)
    ) t(candidate_no, rank, label, service, ci, ci_share, problem_id, n, recent, hours, share)`);
  return database;
}

/** A decision as the register keeps it. */
export function decisionOn(
  candidateNo: number,
  changes: Partial<CandidateDecision>,
): CandidateDecision {
  return {
    ...{candidateNo, version: 1, status: 'watching', problemId: null, reason: '', fixedOn: null},
    ...{returnCount: null, returnFactor: null, by: 'Ann', at: new Date('2016-03-01T09:00:00Z')},
    ...changes,
  };
}
