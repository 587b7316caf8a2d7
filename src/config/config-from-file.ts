import {attributesFromFile} from './attributes-from-file.ts';
import {calendarsFromFile} from './calendars-from-file.ts';
import type {ConfigProblem} from './config-problem.ts';
import type {Config, Costs, Shift, Source} from './config.ts';
import type {ConfigFile} from './config-file.ts';
import {overlappingShifts} from './overlapping-shifts.ts';
import {deliveryFromFile} from './delivery-from-file.ts';
import {defaultConfig} from './default-config.ts';
import type {HolidaySources} from './holiday-sources.ts';
import {matrixFromFile} from './matrix-from-file.ts';
import {problemsFromFile} from './problems-from-file.ts';
import {slaFromFile} from './sla-from-file.ts';
import {targetsFromFile} from './targets-from-file.ts';

/** Fills in every default; problems are things that only the whole file shows. */
export function configFromFile(
  file: ConfigFile,
  holidays: HolidaySources,
): {config: Config; problems: ConfigProblem[]} {
  const defaults = defaultConfig(file.zone);
  const sources = sourcesOf(file);
  const calendars = calendarsFromFile(file.calendars ?? {}, defaults.calendars, holidays);
  const attributes = attributesFromFile(file.attributes ?? {});
  const dimensions = attributes.attributes.map(({dimension}) => dimension);
  const sla = slaFromFile(file.sla ?? {}, {
    defaults: defaults.slaPolicies,
    calendars: calendars.calendars,
    dimensions,
    sources: sources.map(({name}) => name),
  });
  const targets = targetsFromFile(file.targets ?? {}, defaults.targets);
  const matrix = matrixFromFile(file.priority_matrix);
  const detected = problemsFromFile(file.problems ?? {}, {
    defaults: defaults.problems,
    dimensions,
  });
  const sent = deliveryFromFile(file);
  const config: Config = {
    ...defaults,
    ...plainSettings(file, defaults),
    isZoneDefault: file.zone === undefined,
    sources,
    calendars: calendars.calendars,
    slaPolicies: sla.policies,
    targets: targets.targets,
    changes: (file.changes ?? []).map(({on, what, metrics, where}) => {
      return {on, what, metrics: metrics ?? null, where: where ?? {}};
    }),
    tiers: Object.entries(file.tiers ?? {}).map(([group, tier]) => ({group, tier})),
    shifts: shiftsOf(file),
    attributes: attributes.attributes,
    costs: costsOf(file),
    priorityMatrix: matrix.matrix,
    problems: detected.detection,
    schedule: sent.schedule,
    delivery: sent.delivery,
  };
  const parts = [calendars, attributes, sla, targets, matrix, detected, sent];
  const problems = parts.flatMap((part) => part.problems);
  return {config, problems: [...problems, ...overlappingShifts(config.shifts)]};
}

function plainSettings(file: ConfigFile, defaults: Config) {
  return {
    language: file.language ?? defaults.language,
    deskPattern: file.service_desk ?? defaults.deskPattern,
    affectedUsers: file.affected_users ?? defaults.affectedUsers,
    monitoringPattern: file.monitoring_channels ?? defaults.monitoringPattern,
    vaguePattern: file.vague_categories ?? defaults.vaguePattern,
    vagueShare: file.vague_share ?? defaults.vagueShare,
    agedDays: file.aged_days ?? defaults.agedDays,
    contactHours: file.contact_hours ?? defaults.contactHours,
    reopenDays: file.reopen_days ?? defaults.reopenDays,
    recurrenceDays: file.recurrence_days ?? defaults.recurrenceDays,
    prematureHours: file.premature_hours ?? defaults.prematureHours,
    uploadLimitBytes: file.upload_limit ?? defaults.uploadLimitBytes,
  };
}

function sourcesOf(file: ConfigFile): Source[] {
  return Object.entries(file.sources ?? {}).map(([name, source]) => ({
    name,
    title: source.title ?? name,
    connector: source.connector,
    zone: source.zone ?? null,
    files: source.files ?? [],
    ...(source.satisfaction ? {satisfaction: source.satisfaction} : {}),
  }));
}

function shiftsOf(file: ConfigFile): Shift[] {
  return (file.shifts ?? []).map(({name, from, to}) => ({
    name,
    startsMinute: from,
    endsMinute: to > from ? to : to + 1440,
  }));
}

function costsOf({costs}: ConfigFile): Costs | null {
  if (costs === undefined) return null;
  const byTier = (['L1', 'L2', 'L3', 'vendor'] as const).flatMap((tier) => {
    const cost = costs[tier];
    return cost === undefined ? [] : [{tier, cost}];
  });
  return {currency: costs.currency, byTier};
}
