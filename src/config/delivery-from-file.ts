import type {ConfigFile} from './config-file.ts';
import {unknownName, type ConfigProblem} from './config-problem.ts';
import type {Delivery, ScheduledPack} from './config.ts';
import {oneOrList} from './config-fields.ts';

/** Who gets what when; problems are groups there aren't, and mail without a server to send it. */
export function deliveryFromFile({
  delivery: written = {},
  schedule: lines = [],
}: Pick<ConfigFile, 'delivery' | 'schedule'>): {
  delivery: Delivery;
  schedule: ScheduledPack[];
  problems: ConfigProblem[];
} {
  const groups = Object.entries(written.groups ?? {}).map(([name, group]) => ({
    name,
    mail: [...new Set(group.mail ?? [])],
    teams: group.teams ?? null,
    slack: group.slack ?? null,
  }));
  const smtp = written.smtp && {
    host: written.smtp.host,
    port: written.smtp.port ?? (written.smtp.secure ? 465 : 587),
    secure: written.smtp.secure ?? false,
    user: written.smtp.user ?? null,
    password: written.smtp.password ?? null,
    from: written.smtp.from,
  };
  const delivery: Delivery = {address: written.address ?? null, smtp: smtp ?? null, groups};
  const schedule = lines.map(({pack, at, to}) => ({pack, cron: at, to: oneOrList(to ?? [])}));
  return {
    delivery,
    schedule,
    problems: [...mailProblems(delivery), ...groupProblems(schedule, delivery)],
  };
}

function mailProblems({smtp, groups}: Delivery): ConfigProblem[] {
  if (smtp) return [];
  return groups.flatMap(({name, mail}) =>
    mail.length === 0
      ? []
      : [
          {
            path: ['delivery', 'groups', name, 'mail'],
            message: 'There is no mail server. Add delivery.smtp with host and from.',
          },
        ],
  );
}

function groupProblems(schedule: readonly ScheduledPack[], {groups}: Delivery): ConfigProblem[] {
  const names = groups.map(({name}) => name);
  return schedule.flatMap(({to}, index) =>
    to.flatMap((name) => {
      const path = ['schedule', index, 'to'];
      if (names.includes(name)) return [];
      if (names.length > 0) return [unknownName(path, {kind: 'group', name, names})];
      const message = `There is no group "${name}". Add it: delivery: {groups: {${name}: {mail: […]}}}`;
      return [{path, message}];
    }),
  );
}
