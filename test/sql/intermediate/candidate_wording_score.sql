-- Three of four incidents say "jam", all "printer", one "roof": by weight (3 × 3/4 + 1 × 1) / 4 of wording 1 is typical
-- and (1 × 1 + 2 × 1/4) / 3 of wording 2. Where all
-- say a stem it weighs nothing, and says as much as those that use it; a wording like no other has no stems. A fifth
-- says jam, printer and roof, which weighs 3 × 3/4 + 1 + 2 × 1/4 = 3.75: wording 1 is central by 2 × 3.25 / (4 + 3.75).
-- model intermediate.candidate_wording_score
-- given intermediate.candidate_incident
from (values (1, 'A'), (1, 'B'), (1, 'C'), (1, 'D'), (2, 'E'), (3, 'F')) t(candidate_no, record_no)
-- given intermediate.incident_facet
from (values ('A', 1), ('B', 1), ('C', 1), ('D', 2), ('E', 3), ('F', 4)) t(record_no, wording_no)
-- given intermediate.wording_stem
from (values (1, 'jam', 3.0), (1, 'printer', 1.0), (2, 'printer', 1.0), (2, 'roof', 2.0), (3, 'all', 0.0)) t(wording_no, stem, weight)
-- expect
from (values
  (1, 1, 3, 0.8125, 0.83871, ['jam', 'printer']), (1, 2, 1, 0.5, 0.444444, ['printer', 'roof']), (2, 3, 1, 1, 0, ['all']),
  (3, 4, 1, 0, 0, [])
) t(candidate_no, wording_no, incident_count, typicality, centrality, shared_stems)
