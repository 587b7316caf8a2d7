/** What `meantime init` writes: every setting with its default, commented out. */
export const configTemplate = `# Settings of this workspace. Everything has a default; take the # away from what you change.
# After a change run: meantime build

# The zone in which days, weeks and months are cut. Until it is set, every page says "UTC".
# zone: Europe/Berlin

# Where incidents come from. The name is yours; meantime inspect FILE tells the connector.
# sources:
#   servicenow:
#     title: ServiceNow
#     connector: servicenow
#     zone: Europe/Berlin            # of local times in its files
#     files: [servicenow*.csv]       # dropped in inbox/, they belong to this source

# Working time. "around the clock" and "business hours" are always there and may be changed.
# calendars:
#   business hours:
#     zone: Europe/Berlin            # default: the zone above
#     hours:
#       mon–thu: [09:00–12:30, 13:00–17:00]
#       fri: 09:00–15:00
#     holidays:
#       - {on: 2026-12-25, label: Christmas}
#       - {from: 2026-12-28, to: 2026-12-31, label: Company holidays}
#   night shift:
#     hours:
#       mon–sun: 22:00–06:00         # over midnight

# Promises by priority: a time in the usual calendar (P1 and P2 around the clock, P3 to P5 in
# business hours), or with a calendar of its own, or none. A business day is as long as its calendar's.
# sla:
#   response:
#     P1: 15 min
#     P2: 30 min
#     P3: 4 h
#     P4: 8 h
#   resolution:
#     P1: 4 h
#     P2: {within: 8 h, calendar: around the clock}
#     P3: 3 business days
#     P4: 5 business days

# Goals that figures are judged against: one for all, by priority, or none.
# targets:
#   sla_resolution: at least 90 %
#   sla_response: at least 90 %
#   sla_recorded: at least 90 %
#   fcr: at least 70 %
#   flr: at least 70 %
#   recurrence_rate: below 10 %
#   reopen_rate: below 5 %
#   mttr: {P1: at most 4 h, P2: at most 8 h}

# Support levels of groups (L1, L2, L3, vendor), where names don't tell.
# tiers:
#   Network Operations: L2
#   Contoso Managed Print: vendor

# Groups whose name matches are first level (a regular expression, case ignored).
# service_desk: service desk|help ?desk|first level

# The roster, for what happens at handovers.
# shifts:
#   - {name: Early, from: 06:00, to: 14:00}
#   - {name: Late, from: 14:00, to: 22:00}
#   - {name: Night, from: 22:00, to: 06:00}

# aged_days: 10         # older open incidents are aged
# contact_hours: 1      # first contact resolves within this many business hours
# reopen_days: 7        # reopened this soon, it was not resolved at first contact or first level
# recurrence_days: 30   # coming back within this many days of closing is a recurrence
# premature_hours: 48   # coming back within this many hours of resolution was closed too early
`;
