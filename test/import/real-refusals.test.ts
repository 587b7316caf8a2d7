import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {packagePath} from '../../src/base/package-root.ts';
import {testWorkspace} from './import-texts.ts';

const data = join(packagePath(), '..', 'shared', 'data');

/** Files beside incidents that hold none: each is refused with what was seen, and nothing of it stays. */
const others = {
  'bmc/incident_details.json': 'Work Log ID, Submitter, Submit Date',
  'freshdesk/conversations.json': 'body, body_text, id, incoming',
  'jira/raw_api_status.csv': 'self, description, iconUrl',
  'servicenow/change_request_data.csv': 'backout_plan, cab_date',
  'servicenow/problem_data.csv': 'cause_notes, confirmed_at',
  'servicenow/sys_choice_data.csv': 'dependent_value, element',
  'text/tickets_en.csv': 'title, body, ticket_type',
  'zendesk/group_data.csv': 'created_at, name, updated_at',
  'zendesk/schedule_data.csv': 'end_time, id, start_time',
  'zendesk/schedule_holiday_data.csv': 'id, schedule_id',
  'zendesk/sla_policy_metric_history_data.csv': 'sla_policy_id, index',
  'zendesk/ticket_comment_data.csv': 'body, created, facebook_comment',
};

describe.skipIf(!existsSync(data))('files without incidents (needs ../shared/data)', () => {
  test.each(Object.entries(others))(
    '%s is no export, and the header is told',
    async (name, seen) => {
      const space = testWorkspace();
      const file = join(data, name);
      const refusal = await space.import(file).then(
        () => null,
        (error: unknown) => error as Error & {remedy: string},
      );
      expect(refusal?.message).toContain('no connector knows this header');
      expect(refusal?.message).toContain(seen);
      expect(refusal?.remedy).toContain('meantime inspect');
      expect(await space.query('select count(*)::int as n from import_log')).toEqual([{n: 0}]);
    },
  );

  test.each([
    'servicenow/incident_api_allfields_cp1252.csv',
    'servicenow/incident_excel_resaved.csv',
    'uci-servicenow/incident_event_log.csv.gz',
  ])('%s holds local times: the zone is asked for, which only a person knows', async (name) => {
    await expect(testWorkspace().import(join(data, name))).rejects.toThrow(
      '"opened_at" holds local times and nothing says in which time zone',
    );
  });
});
