import type {Calendar, Config, SlaKind, SlaPolicy, Target, WorkingSpan} from './config.ts';
import {
  defaultDeskPattern,
  defaultMonitoringPattern,
  defaultVaguePattern,
} from './default-patterns.ts';
import {defaultPriorityMatrix} from './priority-matrix.ts';
import {workingDaySeconds} from './working-spans.ts';

export const aroundTheClock = 'around the clock';
export const businessHours = 'business hours';

const h = 3600;
const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** What holds where `meantime.yaml` says nothing: DESIGN.md, section 6. */
export function defaultConfig(zone = 'UTC'): Config {
  return {
    zone,
    isZoneDefault: true,
    language: 'en',
    sources: [],
    calendars: [
      calendar(aroundTheClock, zone, hours(everyDay, 0, 1440)),
      calendar(businessHours, zone, hours([1, 2, 3, 4, 5], 540, 1020)),
    ],
    slaPolicies: [
      standardPolicy('P1', 'response', h / 4, aroundTheClock),
      standardPolicy('P1', 'resolution', 4 * h, aroundTheClock),
      standardPolicy('P2', 'response', h / 2, aroundTheClock),
      standardPolicy('P2', 'resolution', 8 * h, aroundTheClock),
      standardPolicy('P3', 'response', 4 * h, businessHours),
      standardPolicy('P3', 'resolution', 3 * 8 * h, businessHours),
      standardPolicy('P4', 'response', 8 * h, businessHours),
      standardPolicy('P4', 'resolution', 5 * 8 * h, businessHours),
    ],
    targets: [
      goal('sla_resolution', 'at least', 0.9),
      goal('sla_response', 'at least', 0.9),
      goal('sla_recorded', 'at least', 0.9),
      goal('fcr', 'at least', 0.7),
      goal('flr', 'at least', 0.7),
      goal('recurrence_rate', 'at most', 0.1),
      goal('reopen_rate', 'at most', 0.05),
    ],
    changes: [],
    tiers: [],
    deskPattern: defaultDeskPattern,
    shifts: [],
    attributes: [],
    costs: null,
    affectedUsers: null,
    monitoringPattern: defaultMonitoringPattern,
    vaguePattern: defaultVaguePattern,
    vagueShare: 0.4,
    priorityMatrix: defaultPriorityMatrix,
    problems: {
      windowWeeks: 52,
      recentWeeks: 8,
      minimumIncidents: 5,
      silentProbability: 0.01,
      afterChangeHours: 72,
      quietDays: 90,
      attributes: [],
    },
    agedDays: 10,
    contactHours: 1,
    reopenDays: 7,
    recurrenceDays: 30,
    prematureHours: 48,
    uploadLimitBytes: 2e9,
    schedule: [],
    delivery: {address: null, smtp: null, groups: []},
  };
}

/** The plain target of a priority as the policy it stands for: `standard P3`. */
export function standardPolicy(
  priority: string,
  kind: SlaKind,
  targetSeconds: number,
  calendar: string,
): SlaPolicy {
  return {
    name: `standard ${priority}`,
    kind,
    targetSeconds,
    calendar,
    conditions: [
      {field: 'record_type', values: ['incident']},
      {field: 'priority', values: [priority]},
    ],
    stops: null,
    isFromChange: false,
    from: null,
    until: null,
  };
}

function goal(metric: string, direction: Target['direction'], value: number): Target {
  return {metric, priority: null, service: null, from: null, until: null, goal: value, direction};
}

function calendar(name: string, zone: string, hours: WorkingSpan[]): Calendar {
  return {name, zone, hours, workingDaySeconds: workingDaySeconds(hours), holidays: []};
}

function hours(weekdays: number[], startsMinute: number, endsMinute: number): WorkingSpan[] {
  return weekdays.map((weekday) => ({weekday, startsMinute, endsMinute, from: null, until: null}));
}
