-- The policy each record's response and resolution are promised by: the first in the order of the
-- configuration whose conditions all hold and which was in force when the record was opened.
-- Records are told apart only by what some condition asks for, which leaves few kinds of them.
-- @grain record_no, kind
with
asked as (
  select
    list(distinct c.field) as fields,
    list(distinct a.dimension order by a.dimension) filter (where a.dimension is not null)
      as dimensions
  from settings.sla_condition as c
  left join settings.attribute as a on a.dimension = c.field
),

columns_asked as (
  select
    fields,
    coalesce(dimensions, []) as dimensions,
    coalesce(
      (
        select list(a.attribute order by a.dimension)
        from settings.attribute as a
        where list_contains(asked.dimensions, a.dimension)
      ),
      []
    ) as attributes
  from asked
),

records as (
  select
    r.record_no,
    r.opened_at,
    r.record_type,
    r.priority,
    case when list_contains(q.fields, 'source') then r.source end as source,
    case when list_contains(q.fields, 'service') then trim(r.service) end as service,
    case when list_contains(q.fields, 'category') then trim(r.category) end as category,
    case when list_contains(q.fields, 'channel') then trim(r.channel) end as channel,
    case when list_contains(q.fields, 'location') then trim(r.location) end as location,
    case when list_contains(q.fields, 'vip') then coalesce(r.vip, false)::varchar end as vip,
    list_transform(q.attributes, lambda name: trim(r.attributes[name])) as values_asked
  from staging.record as r
  cross join columns_asked as q
  where r.opened_at is not null
),

sliced as (
  select
    *,
    hash(
      record_type, priority, source, service, category, channel, location, vip, values_asked
    ) as slice
  from records
),

slices as (
  select distinct on (slice) r.* exclude (record_no, opened_at), q.dimensions
  from sliced as r
  cross join columns_asked as q
),

facts as (
  select s.slice, f.field, f.value
  from slices as s
  cross join unnest([
    {field: 'record_type', value: s.record_type},
    {field: 'priority', value: s.priority},
    {field: 'source', value: s.source},
    {field: 'service', value: s.service},
    {field: 'category', value: s.category},
    {field: 'channel', value: s.channel},
    {field: 'location', value: s.location},
    {field: 'vip', value: s.vip}
  ]) as u(f)
  union all
  select slice, unnest(dimensions), unnest(values_asked)
  from slices
),

conditions as (
  select policy, count(distinct field) as field_count
  from settings.sla_condition
  group by policy
),

matched as (
  select f.slice, c.policy
  from facts as f
  join settings.sla_condition as c on c.field = f.field and c.value = f.value
  join conditions as n on n.policy = c.policy
  group by f.slice, c.policy
  having count(distinct c.field) = any_value(n.field_count)
),

candidates as (
  select
    m.slice,
    p.kind,
    p.position,
    timezone(w.zone, p.from_day::timestamp) as from_at,
    timezone(w.zone, (p.until_day + 1)::timestamp) as until_at
  from matched as m
  join settings.sla_policy as p on p.policy = m.policy
  cross join settings.workspace as w
)

select
  r.record_no,                -- Record, unique over sources
  c.kind,                     -- response, resolution
  min(c.position) as position -- Place of the policy in the configuration
from sliced as r
join candidates as c
  on c.slice = r.slice
  and (c.from_at is null or c.from_at <= r.opened_at)
  and (c.until_at is null or c.until_at > r.opened_at)
group by r.record_no, c.kind
