import type {Workspace} from '../config/workspace.ts';
import {changeRegister, readRegister} from './register-file.ts';

export const noteKinds = ['comment', 'decision'] as const;
export type NoteKind = (typeof noteKinds)[number];

/** What a meeting said about a published pack: beside its figures, never in them. */
export interface PackNote {
  /** From 1, over all packs. */
  noteNo: number;
  pack: string;
  /** `2016-W12` or `2016-03`. */
  period: string;
  version: number;
  kind: NoteKind;
  note: string;
  by: string;
  at: Date;
}

/**
 * Adds a note; there is no way to change or remove one. That the pack exists is for the caller to check.
 */
export async function addPackNote(
  workspace: Workspace,
  {pack, period, version, kind, note, by}: Omit<PackNote, 'noteNo' | 'at'>,
  {now}: {now: () => Date},
): Promise<PackNote> {
  return changeRegister(workspace, async (session) => {
    const at = now();
    const [row] = await session.query<{noteNo: number}>(
      `insert into pack_note
       select coalesce(max(note_no), 0) + 1, $pack, $period, $version, $kind, $note, $by,
         $at::timestamptz
       from pack_note
       returning note_no as "noteNo"`,
      {pack, period, version, kind, note, by, at: at.toISOString()},
    );
    return {noteNo: row?.noteNo ?? 0, pack, period, version, kind, note, by, at};
  });
}

/** Oldest first; of one pack where it is named. */
export async function readPackNotes(
  workspace: Workspace,
  of?: Pick<PackNote, 'pack' | 'period'>,
): Promise<PackNote[]> {
  const notes = await readRegister(
    workspace,
    (session) =>
      session.query<PackNote>(
        `select note_no as "noteNo", pack, period, version, kind, note, noted_by as "by",
           noted_at as "at"
         from pack_note order by note_no`,
      ),
    {absent: []},
  );
  return of ? notes.filter(({pack, period}) => pack === of.pack && period === of.period) : notes;
}
