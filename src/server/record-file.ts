import {problemRecord, type ProblemRecord} from '../problems/problem-record.ts';
import type {CandidateDetail} from '../problems/read-candidate.ts';
import {
  jiraCells,
  jiraColumns,
  jiraIssue,
  recordText,
  serviceNowColumns,
  serviceNowProblem,
  type JiraOptions,
  type RecordForm,
} from '../problems/record-exports.ts';
import {csvOf} from './csv.ts';

/** Problem records of candidates as the text of a file. */
export interface RecordFile {
  /** Content type and ending. */
  type: 'text/plain' | 'application/json' | 'text/csv';
  extension: 'txt' | 'json' | 'csv';
  text: string;
}

/**
 * Candidates as problem records for a tool. JSON is the body of one request, or a list of them where
 * there are several candidates.
 * @throws UserError for Jira's JSON without a project
 */
export function recordFile(
  details: readonly CandidateDetail[],
  {form, asOf, ...jira}: JiraOptions & {form: RecordForm; asOf: Date},
): RecordFile {
  const records = details.map((detail) => problemRecord(detail, {asOf}));
  if (form === 'text')
    return {type: 'text/plain', extension: 'txt', text: records.map(recordText).join('\n\n')};
  if (form === 'servicenow') return json(records.map(serviceNowProblem));
  if (form === 'jira') return json(records.map((record) => jiraIssue(record, jira)));
  const text = form === 'jira-csv' ? jiraCsv(records, jira) : serviceNowCsv(records);
  return {type: 'text/csv', extension: 'csv', text};
}

function json(bodies: readonly object[]): RecordFile {
  const text = `${JSON.stringify(bodies.length === 1 ? bodies[0] : bodies, null, 2)}\n`;
  return {type: 'application/json', extension: 'json', text};
}

function serviceNowCsv(records: readonly ProblemRecord[]): string {
  return csvOf(serviceNowColumns, records.map(serviceNowProblem));
}

/** Two of its columns have the same name, so that rows go by place. */
function jiraCsv(records: readonly ProblemRecord[], {issueType}: JiraOptions): string {
  const cells = records.map((record) => jiraCells(record, issueType ? {issueType} : {}));
  const places = jiraColumns.map((_, place) => String(place));
  const [, ...rows] = csvOf(places, cells).split('\r\n');
  return [jiraColumns.join(','), ...rows].join('\r\n');
}
