import type {Language} from '../wording/language.ts';
import type {PriorityMatrix} from './priority-matrix.ts';

/** `meantime.yaml` with every default filled in: what code reads. Built by `readConfig`. */
export interface Config {
  /** Local days and periods are cut in this zone. */
  zone: string;
  /** Nobody has set the zone: every page says so. */
  isZoneDefault: boolean;
  /** Of pages and packs. */
  language: Language;
  sources: Source[];
  calendars: Calendar[];
  /** In the order in which they are tried; plain targets by priority come last. */
  slaPolicies: SlaPolicy[];
  targets: Target[];
  /** Days after which what is usual is another: limits start anew there. */
  changes: DatedChange[];
  tiers: {group: string; tier: Tier}[];
  /** Regular expression (case ignored) of group names that are first level. */
  deskPattern: string;
  shifts: Shift[];
  /** Columns of the exports that become dimensions, eight at most. */
  attributes: Attribute[];
  /** What handling an incident costs; null while nobody has stated it. */
  costs: Costs | null;
  /** Column of the exports with the number of affected users; null when none has it. */
  affectedUsers: string | null;
  /** Regular expression (case ignored) of channels that are event sources. */
  monitoringPattern: string;
  /** Regular expression (case ignored) of categories that say nothing. */
  vaguePattern: string;
  /** A category that holds more than this share (0–1) of its source is vague. */
  vagueShare: number;
  priorityMatrix: PriorityMatrix;
  problems: ProblemDetection;
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
  /** The largest file that the Import page takes. */
  uploadLimitBytes: number;
  /** Packs that are made and sent by themselves. */
  schedule: ScheduledPack[];
  delivery: Delivery;
}

export interface ScheduledPack {
  /** `weekly`, `monthly` or the name of the workspace's own. */
  pack: string;
  /** Five fields, in the workspace's zone. */
  cron: string;
  /** Names of groups; without any the pack is only published. */
  to: string[];
}

export interface Delivery {
  /** Where people open the pages, without a slash at the end; null where that isn't stated. */
  address: string | null;
  smtp: SmtpServer | null;
  groups: RecipientGroup[];
}

export interface SmtpServer {
  host: string;
  port: number;
  /** TLS from the start; else it is taken up where the server offers it. */
  secure: boolean;
  /** Names of environment variables; null for a server that asks for none. */
  user: string | null;
  password: string | null;
  from: {name: string; address: string};
}

export interface RecipientGroup {
  name: string;
  /** Addresses. */
  mail: string[];
  /** Names of the environment variables that hold the webhooks' addresses. */
  teams: string | null;
  slack: string | null;
}

/** Something that changed how incidents are handled, on a local day. */
export interface DatedChange {
  on: string;
  what: string;
  /** Ids; null for all. */
  metrics: string[] | null;
  /** By dimension; of everything where there is none. */
  where: Record<string, string>;
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
  /** Ends of the scale its users answer on; left out where not stated. */
  satisfaction?: {worst: number; best: number};
}

export interface Calendar {
  name: string;
  zone: string;
  hours: WorkingSpan[];
  /** Mean length of its working days in the usual hours: what a business day is. */
  workingDaySeconds: number;
  /** By day and minute, without overlaps. */
  holidays: Holiday[];
}

/** Minutes of the local day; a span over midnight ends after 1440. */
export interface WorkingSpan {
  /** ISO: 1 Monday – 7 Sunday. */
  weekday: number;
  startsMinute: number;
  endsMinute: number;
  /** Local days on which the span may begin, both inclusive; null is unbounded. */
  from: string | null;
  until: string | null;
}

/** A day off or a part of one: minutes of the local day, 0–1440 for the whole. */
export interface Holiday {
  day: string;
  startsMinute: number;
  endsMinute: number;
  label: string;
}

export type SlaKind = 'response' | 'resolution';

/** What one policy promises for one kind. */
export interface SlaPolicy {
  name: string;
  kind: SlaKind;
  targetSeconds: number;
  calendar: string;
  /** All must hold, each with any of its values; `record_type` is always among them. */
  conditions: SlaCondition[];
  /** Canonical statuses that stop the clock; null: as the connector's map says. */
  stops: string[] | null;
  /** The clock counts from the last change of priority. */
  isFromChange: boolean;
  /** Local days of opening, both inclusive; null is unbounded. */
  from: string | null;
  until: string | null;
}

export interface SlaCondition {
  /** source, service, record_type, priority, category, channel, location, vip or an attribute's dimension. */
  field: string;
  values: string[];
}

export interface Target {
  metric: string;
  /** Null for all priorities. */
  priority: string | null;
  /** Null for all services. */
  service: string | null;
  /** Local days on which it holds, both inclusive; null is unbounded. */
  from: string | null;
  until: string | null;
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

/** A column that no field is read from, as a dimension. */
export interface Attribute {
  /** Id of the dimension. */
  dimension: string;
  /** Header of the column. */
  attribute: string;
  label: string;
  plural: string;
}

/** How recurring incidents are found. */
export interface ProblemDetection {
  /** Weeks up to the data's own clock that are ranked. */
  windowWeeks: number;
  /** Last weeks of them, against which the trend is told. */
  recentWeeks: number;
  /** Fewer in the window are no candidate. */
  minimumIncidents: number;
  /** Quiet for longer than has this chance (0–1) is apparently fixed. */
  silentProbability: number;
  /** Incidents of a CI this soon after a change are after it. */
  afterChangeHours: number;
  /** An open problem with nothing new for so many days may be closed. */
  quietDays: number;
  /** Dimensions of the attributes under whose values incidents may pile up. */
  attributes: string[];
}

export interface Costs {
  /** ISO 4217. */
  currency: string;
  byTier: {tier: Tier; cost: number}[];
}
