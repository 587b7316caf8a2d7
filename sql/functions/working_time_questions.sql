-- Questions about working time, for people at the published file: one at a time, since each looks
-- its spans up anew. Over many rows use working.reading with an ASOF join.
-- @after models
-- Working seconds of a calendar between two moments.
create macro working.seconds_between(calendar_name, from_moment, to_moment) as (
  select working.reading(s, to_moment)
  from marts.working_span as s
  where s.calendar = calendar_name and s.started_at <= to_moment
  order by s.started_at desc
  limit 1
) - (
  select working.reading(s, from_moment)
  from marts.working_span as s
  where s.calendar = calendar_name and s.started_at <= from_moment
  order by s.started_at desc
  limit 1
);

-- When a target of working seconds that starts at a moment is used up.
create macro working.due_at(calendar_name, start_moment, target_seconds) as (
  select working.moment_of(d, f.reading)
  from (
    select working.reading(s, start_moment) + target_seconds as reading
    from marts.working_span as s
    where s.calendar = calendar_name and s.started_at <= start_moment
    order by s.started_at desc
    limit 1
  ) as f
  join marts.working_span as d
    on d.calendar = calendar_name and d.working_seconds_before < f.reading
  order by d.started_at desc
  limit 1
);

-- The moment itself within working time, else the beginning of the next working span.
create macro working.next_working_moment(calendar_name, moment) as (
  select greatest(s.started_at, moment)
  from marts.working_span as s
  where s.calendar = calendar_name and s.ended_at > moment
  order by s.started_at
  limit 1
);
