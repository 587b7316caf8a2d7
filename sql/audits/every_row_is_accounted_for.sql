-- Rows read from a file are rows landed, known already or rejected.
-- @severity stop
select file_name, rows_read, rows_accepted, rows_unchanged, rows_rejected
from marts.fct_import
where rows_read <> rows_accepted + rows_unchanged + rows_rejected
