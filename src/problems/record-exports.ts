import {UserError} from '../base/user-error.ts';
import type {ProblemRecord} from './problem-record.ts';

export const recordForms = ['text', 'servicenow', 'servicenow-csv', 'jira', 'jira-csv'] as const;
export type RecordForm = (typeof recordForms)[number];

/** Longest title of a problem in ServiceNow (`task.short_description`) and of an issue in Jira. */
const serviceNowTitle = 160;
const jiraTitle = 255;

/** Jira Service Management calls its own issue type so; others can be named. */
const jiraIssueType = '[System] Problem';

/**
 * The body that creates a problem in ServiceNow:
 * `POST /api/now/table/problem?sysparm_input_display_value=true`, since groups, CIs and services go by
 * name. What nobody knows is left out, so that the tool's own defaults hold.
 */
export function serviceNowProblem(record: ProblemRecord): Record<string, string> {
  return said({
    short_description: shortened(record.title, serviceNowTitle),
    description: record.description,
    business_service: record.service,
    cmdb_ci: record.ci,
    category: record.category,
    subcategory: record.subcategory,
    assignment_group: record.assignmentGroup,
    workaround: record.workaround,
    correlation_id: record.candidate,
    correlation_display: 'Meantime',
  });
}

/** Columns of a file that an import set maps by name; one row a record. */
export const serviceNowColumns = [
  ...['short_description', 'description', 'business_service', 'cmdb_ci', 'category', 'subcategory'],
  ...['assignment_group', 'workaround', 'correlation_id', 'correlation_display'],
] as const;

export interface JiraOptions {
  /** Key of the project, such as `OPS`: nobody can guess it. */
  project: string | null;
  issueType?: string;
}

/**
 * The body that creates an issue in Jira Cloud or Data Center: `POST /rest/api/2/issue`, whose
 * descriptions are plain text.
 * @throws UserError without a project
 */
export function jiraIssue(
  record: ProblemRecord,
  {project, issueType = jiraIssueType}: JiraOptions,
): {fields: object} {
  if (project === null || !/^[A-Z][A-Z0-9_]+$/.test(project))
    throw new UserError(
      project === null
        ? 'Jira needs the project that the issue goes to.'
        : `"${project.slice(0, 40)}" is no key of a Jira project.`,
      'Name its key, such as OPS.',
    );
  return {
    fields: {
      project: {key: project},
      issuetype: {name: issueType},
      summary: shortened(record.title, jiraTitle),
      description: record.description,
      labels: jiraLabels(record),
    },
  };
}

/** Columns of a file for Jira's own CSV import, which takes a column a label. */
export const jiraColumns = ['Summary', 'Issue Type', 'Description', 'Labels', 'Labels'] as const;

/** Cells in the order of `jiraColumns`. */
export function jiraCells(record: ProblemRecord, {issueType = jiraIssueType} = {}): string[] {
  const [first = '', second = ''] = jiraLabels(record);
  const summary = shortened(record.title, jiraTitle);
  return [summary, issueType, record.description, first, second];
}

/** To paste anywhere. */
export function recordText({title, description, assignmentGroup}: ProblemRecord): string {
  const owner = assignmentGroup === null ? [] : [`Suggested owner: ${assignmentGroup}`];
  return [title, '', description, ...(owner.length > 0 ? ['', ...owner] : []), ''].join('\n');
}

/** Labels have no spaces. */
function jiraLabels({candidate}: ProblemRecord): string[] {
  return ['meantime', candidate];
}

function said(fields: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).filter((pair): pair is [string, string] => pair[1] !== null),
  );
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
