import type {Workspace} from '../config/workspace.ts';
import {changeRegister, readRegister} from './register-file.ts';

export type Channel = 'mail' | 'teams' | 'slack';

/** One delivery that was tried, to the end of its retries. */
export interface PackDelivery {
  pack: string;
  /** Null where the pack couldn't be made: then the reason was sent. */
  period: string | null;
  version: number | null;
  channel: Channel;
  /** Addresses; of a webhook the name of its group. */
  recipients: string[];
  isTest: boolean;
  isSent: boolean;
  attempts: number;
  /** What the other side answered, or why it failed. */
  detail: string;
  at: Date;
}

/** Adds to the log of deliveries. */
export async function logDelivery(workspace: Workspace, delivery: PackDelivery): Promise<void> {
  const {pack, period, version, channel, recipients, isTest, isSent, attempts, detail} = delivery;
  await changeRegister(workspace, (session) =>
    session.run(
      `insert into pack_delivery
       select coalesce(max(delivery_no), 0) + 1, $pack, $period, $version, $channel,
         from_json($recipients, '["varchar"]'), $is_test, $is_sent, $attempts, $detail,
         $at::timestamptz
       from pack_delivery`,
      {
        ...{pack, period, version, channel, attempts, detail},
        ...{is_test: isTest, is_sent: isSent, recipients: JSON.stringify(recipients)},
        at: delivery.at.toISOString(),
      },
    ),
  );
}

/** Newest first. */
export async function readDeliveries(workspace: Workspace): Promise<PackDelivery[]> {
  return readRegister(
    workspace,
    (session) =>
      session.query<PackDelivery>(
        `select pack, period, version, channel, recipients, is_test as "isTest",
           is_sent as "isSent", attempts, detail, delivered_at as "at"
         from pack_delivery order by delivery_no desc`,
      ),
    {absent: []},
  );
}
