-- Calendars as working spans: what business time, due times and what-if questions are read from.
-- @grain calendar, started_at
select
  calendar,                   -- Calendar
  started_at,                 -- Instant
  ended_at,                   -- Instant
  working_seconds,            -- Length
  working_seconds_before      -- Working time of the calendar before this span
from intermediate.working_span
order by calendar, started_at
