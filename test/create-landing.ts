import {landingTables} from '../src/import/landing-tables.ts';
import type {Session} from '../src/warehouse/database.ts';

/** The landing's tables as a schema instead of an attached file: a transaction can write to one database only. */
export async function createLanding(session: Session): Promise<void> {
  const tables = landingTables
    .replaceAll('table if not exists ', 'table landing.')
    .replaceAll('alter table ', 'alter table landing.');
  await session.run(`create schema landing; ${tables}`);
}
