-- A wording keeps its key in every build and is quoted from an incident of the candidate whose text is fit to be shown;
-- one without such an incident is left out.
-- model marts.candidate_wording
-- given marts.fct_candidate_incident
from (values
  (1, 'A', false, timestamptz '2024-06-01 12:00:00+00'), (1, 'B', true, timestamptz '2024-06-03 12:00:00+00'),
  (1, 'C', true, timestamptz '2024-06-04 12:00:00+00')
) t(candidate_no, record_no, is_boundary, opened_at)
-- given intermediate.incident_facet
from (values ('A', 5), ('B', 5), ('C', 6)) t(record_no, wording_no)
-- given intermediate.wording
from (values (5, 'title', ['jam', 'printer']), (6, 'title', ['jam'])) t(wording_no, field, stems)
-- given intermediate.candidate_wording_score
from (values (1, 5, 2, 0.9, ['jam']), (1, 6, 1, 0.5, ['jam'])) t(candidate_no, wording_no, incident_count, typicality, shared_stems)
-- given intermediate.shown_text
from (values ('B', 'title', 'Printer jams'), ('C', 'notes', 'Roller cleaned')) t(record_no, field, text)
-- expect
select 1 as candidate_no, left(md5('jam printer'), 12) as wording_key, 'Printer jams' as wording, 'B' as record_no,
  2 as incident_count, false as is_boundary, timestamptz '2024-06-01 12:00:00+00' as first_seen_at,
  timestamptz '2024-06-03 12:00:00+00' as last_seen_at
