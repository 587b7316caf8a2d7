/** `meantime.yaml` with every default filled in: what code reads. Built by `readConfig`. */
export interface Config {
  /** Local days and periods are cut in this zone. */
  zone: string;
  /** Nobody has set the zone: every page says so. */
  isZoneDefault: boolean;
  sources: Source[];
  calendars: Calendar[];
  slaTargets: SlaTarget[];
  targets: Target[];
  tiers: {group: string; tier: Tier}[];
  /** Regular expression (case ignored) of group names that are first level. */
  deskPattern: string;
  shifts: Shift[];
  /** Older than this is aged. */
  agedDays: number;
  /** First contact resolves within this many business hours. */
  contactHours: number;
  /** A reopening this soon takes back first contact and first level. */
  reopenDays: number;
  /** Coming back within this many days of closing is a recurrence. */
  recurrenceDays: number;
  /** Coming back within this many hours of resolution is a premature closure. */
  prematureHours: number;
}

/** One use of a connector. */
export interface Source {
  name: string;
  title: string;
  connector: string;
  /** Zone of local times in its files; null where not stated. */
  zone: string | null;
  /** Patterns of file names in the inbox, e.g. `servicenow*.csv`. */
  files: string[];
}

export interface Calendar {
  name: string;
  zone: string;
  hours: WorkingSpan[];
  holidays: {day: string; label: string}[];
}

/** Minutes of the local day; a span over midnight ends after 1440. */
export interface WorkingSpan {
  /** ISO: 1 Monday – 7 Sunday. */
  weekday: number;
  startsMinute: number;
  endsMinute: number;
}

export type SlaKind = 'response' | 'resolution';

export interface SlaTarget {
  kind: SlaKind;
  priority: string;
  targetSeconds: number;
  calendar: string;
}

export interface Target {
  metric: string;
  /** Null for all priorities. */
  priority: string | null;
  /** In the metric's unit: 0–1 for shares, hours for times. */
  goal: number;
  direction: 'at least' | 'at most';
}

export type Tier = 'L1' | 'L2' | 'L3' | 'vendor';

/** Minutes of the local day; a night shift ends after 1440. */
export interface Shift {
  name: string;
  startsMinute: number;
  endsMinute: number;
}
