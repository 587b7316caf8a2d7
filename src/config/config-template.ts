/** What `meantime init` writes: every setting with its default, commented out. */
export const configTemplate = `# Settings of this workspace. Everything has a default; take the # away from what you change.
# After a change run: meantime build

# The zone in which days, weeks and months are cut. Until it is set, every page says "UTC".
# zone: Europe/Berlin

# The language of pages and packs: en or fr. The server takes it up when it starts.
# language: en

# Where incidents come from. The name is yours; meantime inspect FILE tells the connector.
# sources:
#   servicenow:
#     title: ServiceNow
#     connector: servicenow
#     zone: Europe/Berlin            # of local times in its files
#     files: [servicenow*.csv]       # dropped in inbox/, they belong to this source
#     satisfaction: {worst: 1, best: 5}  # the scale its users answer on; GLPI and others turn it round

# Files dropped into inbox/ are imported by the running server: each belongs to the source whose files: fit its
# name, then moves to inbox/done/. One that can't be imported stays, and the Import page says why.
# upload_limit: 2 GB               # the largest file that the Import page takes

# Working time. "around the clock" and "business hours" are always there and may be changed.
# calendars:
#   business hours:
#     zone: Europe/Berlin            # default: the zone above
#     hours:
#       mon–thu: [09:00–12:30, 13:00–17:00]
#       fri: 09:00–15:00
#     changes:                       # hours that hold instead for a time; from or until may be left out
#       - {from: 2026-07-01, until: 2026-08-31, hours: {mon–fri: 08:00–14:00}}
#     public_holidays: DE-BY         # a country or a region of it, or a list of them, or with exceptions:
#     # public_holidays: {country: DE, region: BY, except: [2026-01-06]}
#     holidays:
#       - {on: 2026-08-08, label: Augsburg Peace Festival}
#       - {on: 2026-12-24, from: 12:00, label: Christmas Eve}        # a part of the day; also to:
#       - {from: 2026-12-28, to: 2026-12-31, label: Company holidays}
#     # holiday_files: [holidays.ics]  # calendars in this folder; whole-day, timed and repeated events
#   night shift:
#     hours:
#       mon–sun: 22:00–06:00         # over midnight
#   plant:
#     extends: business hours        # its zone, hours, changes and holidays; holidays written here are
#     hours: {mon–sat: 06:00–22:00}  # added, a zone or hours written here replace its own
#     holidays: [{from: 2026-08-03, to: 2026-08-14, label: Works shutdown}]

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
#   # Promises to some only. The first policy that matches holds, and was in force on the day of
#   # opening; where none promises, the plain targets above do. match: type (incident unless written),
#   # source, service, priority, category, channel, location, vip and your attributes; a list means any.
#   policies:
#     - name: Payroll at month end
#       match: {service: Payroll, priority: [P2, P3], requester_group: Board}
#       from: 2026-07-01             # for what is opened then
#       until: 2026-12-31
#       response: 30 min             # business hours, unless it is for P1 and P2 only
#       resolution: {within: 8 h, calendar: business hours}
#       stops: none                  # or the statuses that stop the clock, [on_hold]; default: the tool's
#       priority_change: from change # count from the last change of priority; default: from opening

# Goals that figures are judged against: one for all, by priority, for some, or none.
# targets:
#   sla_resolution: at least 90 %
#   sla_response: at least 90 %
#   sla_recorded: at least 90 %
#   fcr: at least 70 %
#   flr: at least 70 %
#   recurrence_rate: below 10 %
#   reopen_rate: below 5 %
#   ttr_median: {P1: at most 4 h, P2: at most 8 h}
#   mttr:
#     - {goal: at most 24 h}
#     - {goal: at most 4 h, priority: P1, service: Payroll, from: 2026-01-01, until: 2026-12-31}

# What changed how incidents are handled: behaviour charts start anew on that day, for all figures of all
# incidents, or for some metrics, or where a dimension has a value.
# changes:
#   - {on: 2026-03-02, what: New service desk tool}
#   - {on: 2026-06-01, what: Second line in Graz, metrics: [mttr, ttr_median], where: {service: Payroll}}

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

# Columns that become dimensions of figures, eight at most: name of the dimension and the column.
# attributes:
#   requester_group: Requester group
#   region: {column: Region, label: region, plural: regions}

# What handling an incident costs, by the highest level that held it. Without it nothing is priced.
# costs: {currency: EUR, L1: 22, L2: 80, L3: 200, vendor: 250}

# Column with the number of affected users; without it each incident counts once in hours lost.
# affected_users: Affected users

# Channels through which machines report (a regular expression, case ignored).
# monitoring_channels: monitor|event|alert

# Categories that say nothing (a regular expression), and the share above which one says too little.
# vague_categories: ^(other|misc|general|unknown)$
# vague_share: 40 %

# The priority that impact and urgency give: a row an impact, a column an urgency; or none. Levels are
# read from the number a text begins with ("2 - Medium"), else from these words, most serious first.
# The default is this table with the words high, medium and low in seven languages; a tool with four
# levels needs a table of its own.
# priority_matrix:
#   impact: [high, medium, low]
#   urgency: [[high, urgent], medium, low]
#   table: [[P1, P2, P3], [P2, P3, P4], [P3, P4, P5]]

# How recurring incidents are found and ranked as problem candidates.
# problems:
#   window_weeks: 52        # weeks up to the newest data that are ranked
#   recent_weeks: 8         # the last of them, compared with those before
#   minimum_incidents: 5    # fewer in the window are no candidate
#   silent_probability: 1 % # quiet for longer than has this chance is called apparently fixed
#   after_change_hours: 72  # incidents of a CI this soon after a change are after it
#   quiet_days: 90          # an open problem with nothing new for so many days may be closed
#   attributes: []          # of your attributes, those under whose values incidents may pile up: [region]

# Packs that are made and sent by themselves while meantime serve runs, by the workspace's zone: monday
# 07:00, daily 07:00, weekdays 07:00, day 2 07:00 of each month, or five fields of cron.
# schedule:
#   - {pack: weekly, at: monday 07:00, to: [service-managers]}
#   - {pack: monthly, at: day 2 07:00, to: [service-managers, leadership]}

# Who gets packs. Passwords and webhooks stand in environment variables; only their names stand here.
# delivery:
#   address: https://meantime.example.com   # where people open the pages; mails then link to them
#   smtp: {host: smtp.example.com, port: 587, secure: false, user: SMTP_USER, password: SMTP_PASSWORD, from: Meantime <meantime@example.com>}
#   groups:
#     service-managers: {mail: [ada@example.com, grace@example.com], teams: TEAMS_WEBHOOK}
#     leadership: {mail: [board@example.com], slack: SLACK_WEBHOOK}

# aged_days: 10         # older open incidents are aged
# contact_hours: 1      # first contact resolves within this many business hours
# reopen_days: 7        # reopened this soon, it was not resolved at first contact or first level
# recurrence_days: 30   # coming back within this many days of closing is a recurrence
# premature_hours: 48   # coming back within this many hours of resolution was closed too early
`;
