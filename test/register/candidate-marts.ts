import {openDatabase, type Database} from '../../src/warehouse/database.ts';

/** What a build says of one candidate: its incidents are named `desk:<id>`. */
export interface BuiltCandidate {
  no: number;
  label?: string;
  ids: string[];
}

interface Built {
  merges?: readonly (readonly [from: number, into: number])[];
  splits?: readonly number[];
}

/** A build of nothing but candidates: the tables that remembering reads. */
export async function candidateMarts(
  candidates: readonly BuiltCandidate[],
  {merges = [], splits = []}: Built = {},
): Promise<Database> {
  const database = await openDatabase(':memory:');
  await database.run(`create schema settings; create schema marts;
    create table settings.candidate_merge (from_candidate_no integer, into_candidate_no integer);
    create table settings.candidate_split (candidate_no integer, wording_key varchar, new_candidate_no integer);
    create table marts.dim_candidate (candidate_no integer, label varchar, incident_count integer);
    create table marts.dim_record (record_no integer, source varchar, record_id varchar);
    create table marts.fct_candidate_incident (candidate_no integer, record_no integer)`);
  for (const [from, into] of merges)
    await database.run(`insert into settings.candidate_merge values (${from}, ${into})`);
  for (const no of splits)
    await database.run(`insert into settings.candidate_split values (1, 'key', ${no})`);
  const ids = [...new Set(candidates.flatMap((each) => each.ids))];
  if (ids.length > 0)
    await database.run(
      `insert into marts.dim_record
       values ${ids.map((id, no) => `(${no}, 'desk', '${id}')`).join(', ')}`,
    );
  for (const {no, label = `Candidate ${no}`, ids: members} of candidates) {
    await database.run(
      `insert into marts.dim_candidate values (${no}, '${label}', ${members.length});
       insert into marts.fct_candidate_incident
       values ${members.map((id) => `(${no}, ${ids.indexOf(id)})`).join(', ')}`,
    );
  }
  return database;
}
