-- The policy each record's response and resolution are promised by: the first in the order of the
-- configuration whose conditions all hold and which was in force when the record was opened.
-- Records are told apart only by what some condition asks for, which leaves few kinds of them.
-- @grain record_no, kind
with
asked as (
  select list(distinct field) as fields from settings.sla_condition
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
    case when list_contains(q.fields, 'vip') then coalesce(r.vip, false)::varchar end as vip
  from staging.record as r
  cross join asked as q
  where r.opened_at is not null
),

-- The attributes some condition asks for, in one list.
attributes as (
  select
    r.record_no,
    list_filter(
      [
        {position: 1, value: r.attribute_1},
        {position: 2, value: r.attribute_2},
        {position: 3, value: r.attribute_3},
        {position: 4, value: r.attribute_4},
        {position: 5, value: r.attribute_5},
        {position: 6, value: r.attribute_6},
        {position: 7, value: r.attribute_7},
        {position: 8, value: r.attribute_8}
      ],
      lambda a: list_contains(q.positions, a.position)
    ) as attributes
  from intermediate.record_attribute as r
  cross join (
    select list(position) as positions
    from settings.attribute
    where dimension in (select field from settings.sla_condition)
  ) as q
  where q.positions is not null
),

sliced as (
  select
    r.*,
    a.attributes,
    hash(
      r.record_type, r.priority, r.source, r.service, r.category, r.channel, r.location, r.vip,
      a.attributes
    ) as slice
  from records as r
  left join attributes as a on a.record_no = r.record_no
),

slices as (
  select distinct on (slice) * exclude (record_no, opened_at)
  from sliced
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
  select s.slice, d.dimension, a.value
  from slices as s
  cross join unnest(s.attributes) as u(a)
  join settings.attribute as d on d.position = a.position
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
