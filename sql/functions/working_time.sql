-- Working time, the one idea: a calendar is a row of working spans, each with the working seconds of
-- the calendar before it. A moment's reading is the working time of the calendar up to it, business
-- time is the difference of two readings, and a due time is the moment of a reading.
-- Over many rows, find the span of each moment by
--   asof join marts.working_span as s on s.calendar = x.calendar and s.started_at <= x.moment
-- and that of a reading by `s.working_seconds_before < x.reading`. For one question at a time there
-- are the macros of working_time_questions.sql.
create schema if not exists working;

-- Working seconds of the calendar up to a moment; span is the last that began by then.
create macro working.reading(span, moment) as
  span.working_seconds_before
    + least((epoch_us(moment) - epoch_us(span.started_at)) / 1e6, span.working_seconds);

-- The moment a reading is reached; span is the last with less working time before it.
-- Null where the calendar ends before.
create macro working.moment_of(span, reading) as
  case when reading <= span.working_seconds_before + span.working_seconds then
    span.started_at + to_microseconds(((reading - span.working_seconds_before) * 1e6)::bigint)
  end;
