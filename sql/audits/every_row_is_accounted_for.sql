-- Rows read from a file are rows landed, known already, rejected or skipped for a reason.
-- @severity stop
select file_name, rows_read, rows_accepted, rows_unchanged, rows_rejected, rows_skipped
from marts.fct_import
where rows_read <> rows_accepted + rows_unchanged + rows_rejected + rows_skipped
