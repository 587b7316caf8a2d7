import type {Config, WorkingSpan} from './config.ts';

export const aroundTheClock = 'around the clock';
export const businessHours = 'business hours';

const h = 3600;
const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** Group names of a first level, in the languages of Europe's service desks. Case is ignored. */
export const defaultDeskPattern = [
  '(service|help|support)[ _-]*desk',
  'hot[ _-]*line',
  'call[ _-]*cent(er|re)',
  '(first|1st|1\\.|front)[ _-]*(level|line)',
  '(level|tier|niveau|nivel|nível|livello|nivå|poziom)[ _-]*(1|one|i)([^0-9a-z]|$)',
  '(^|[^a-z0-9])[ltn][ _-]?1([^a-z0-9]|$)',
  '(^|[^a-z0-9])(uhd|spoc)([^a-z0-9]|$)',
  'centre de services?|premier niveau|assistance utilisateurs',
  'mesa de (ayuda|servicios?)|centro de (servicios?|atención)|primer nivel',
  'central de serviços|primeiro nível',
  'anwender(support|betreuung|hilfe)|benutzer(support|betreuung)',
  'servicebalie|eerstelijns?|1e[ _-]*lijns?',
  'primo livello|brukerstøtte|brugerservice|användarstöd|lähituki|käyttäjätuki',
].join('|');

/** What holds where `meantime.yaml` says nothing: DESIGN.md, section 6. */
export function defaultConfig(zone = 'UTC'): Config {
  return {
    zone,
    isZoneDefault: true,
    sources: [],
    calendars: [
      {name: aroundTheClock, zone, hours: hours(everyDay, 0, 1440), holidays: []},
      {name: businessHours, zone, hours: hours([1, 2, 3, 4, 5], 540, 1020), holidays: []},
    ],
    slaTargets: [
      {kind: 'resolution', priority: 'P1', targetSeconds: 4 * h, calendar: aroundTheClock},
      {kind: 'resolution', priority: 'P2', targetSeconds: 8 * h, calendar: aroundTheClock},
      {kind: 'resolution', priority: 'P3', targetSeconds: 3 * 8 * h, calendar: businessHours},
      {kind: 'resolution', priority: 'P4', targetSeconds: 5 * 8 * h, calendar: businessHours},
      {kind: 'response', priority: 'P1', targetSeconds: h / 4, calendar: aroundTheClock},
      {kind: 'response', priority: 'P2', targetSeconds: h / 2, calendar: aroundTheClock},
      {kind: 'response', priority: 'P3', targetSeconds: 4 * h, calendar: businessHours},
      {kind: 'response', priority: 'P4', targetSeconds: 8 * h, calendar: businessHours},
    ],
    targets: [
      {metric: 'sla_resolution', priority: null, goal: 0.9, direction: 'at least'},
      {metric: 'sla_response', priority: null, goal: 0.9, direction: 'at least'},
      {metric: 'sla_recorded', priority: null, goal: 0.9, direction: 'at least'},
      {metric: 'fcr', priority: null, goal: 0.7, direction: 'at least'},
      {metric: 'flr', priority: null, goal: 0.7, direction: 'at least'},
      {metric: 'recurrence_rate', priority: null, goal: 0.1, direction: 'at most'},
      {metric: 'reopen_rate', priority: null, goal: 0.05, direction: 'at most'},
    ],
    tiers: [],
    deskPattern: defaultDeskPattern,
    shifts: [],
    agedDays: 10,
    contactHours: 1,
    reopenDays: 7,
    recurrenceDays: 30,
    prematureHours: 48,
  };
}

function hours(weekdays: number[], startsMinute: number, endsMinute: number): WorkingSpan[] {
  return weekdays.map((weekday) => ({weekday, startsMinute, endsMinute}));
}
