import {expect, test} from 'vitest';
import {matchesPattern} from '../../src/config/file-pattern.ts';

test.each([
  ['servicenow-2026.csv', 'servicenow*.csv', true],
  ['ServiceNow.CSV', 'servicenow*.csv', true],
  ['servicenow.csv.gz', 'servicenow*.csv', false],
  ['incident (1).csv', 'incident (?).csv', true],
  ['incidentX.csv', 'incident.csv', false],
])('%s fits %s: %s', (name, pattern, fits) => expect(matchesPattern(name, pattern)).toBe(fits));
