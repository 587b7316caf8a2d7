import {describe, expect, test} from 'vitest';
import {hasRealLog, realLogName, realLogWorkspace} from '../real-log-workspace.ts';
import {agreesOnEveryMetric, countedOnce} from './agreement.ts';
import type {Incident} from './incident.ts';

describe.skipIf(!hasRealLog)(`${realLogName}, recounted`, () => {
  const counted = countedOnce(realLogWorkspace);
  agreesOnEveryMetric(counted);

  test('gives the known answers of METRICS.md, section 9', () => {
    const {incidents} = counted().desk;
    const having = (is: (incident: Incident) => boolean) => incidents.filter(is).length;
    const recorded = incidents.filter(({record}) => record.newest.resolved_at !== null);
    const hours = recorded
      .map(({course}) => (course.resolvedAt! - course.openedAt) / 3_600_000)
      .sort((a, b) => a - b);
    const isP1 = ({record}: Incident) => record.newest.priority === 'P1';
    expect({
      incidents: incidents.length,
      met: having(({isMetRecorded}) => isMetRecorded === true),
      p1: having(isP1),
      p1Met: having((incident) => isP1(incident) && incident.isMetRecorded === true),
      recorded: recorded.length,
      mean: (hours.reduce((sum, each) => sum + each, 0) / hours.length).toFixed(3),
      median: ((hours[11_680]! + hours[11_681]!) / 2).toFixed(1),
      reopened: having(({course}) => course.returns.length > 0),
      reopenings: incidents.reduce((sum, {course}) => sum + course.returns.length, 0),
      neverPassedOn: having(({handling}) => handling.reassignmentCount === 0),
      withProblem: having(({record}) => record.newest.problem_id !== null),
    }).toEqual({
      ...{incidents: 24_918, met: 15_803, p1: 270, p1Met: 5},
      ...{recorded: 23_362, mean: '178.172', median: '22.1'},
      ...{reopened: 275, reopenings: 331, neverPassedOn: 13_549, withProblem: 380},
    });
  });
});
