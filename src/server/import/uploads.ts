import {randomBytes} from 'node:crypto';
import {mkdir, readdir, readFile, rename, rm, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {z} from 'zod';
import {UserError} from '../../base/user-error.ts';
import type {Workspace} from '../../config/workspace.ts';

/** Uploads that wait at the same time, those being received included. */
export const mostUploads = 8;
const keptHours = 24;

/** Stands for a connector: none of those there are, propose one. */
export const proposeAnyway = '?';

const answersSchema = z.strictObject({
  /** Id of the connector to read it with, or `proposeAnyway`. */
  connector: z.string().nullable(),
  zone: z.string().nullable(),
  dateOrder: z.enum(['day-first', 'month-first']).nullable(),
  source: z.string().nullable(),
  asOf: z.string().nullable(),
  encoding: z.string().nullable(),
  /** The one table of a workbook to read, or the repeating element of XML. */
  sheet: z.string().nullable(),
});

/** What the person has said of a file; null where they have not. */
export type Answers = z.infer<typeof answersSchema>;

export const noAnswers: Answers = {
  connector: null,
  zone: null,
  dateOrder: null,
  source: null,
  asOf: null,
  encoding: null,
  sheet: null,
};

const uploadSchema = z.strictObject({
  /** As the browser called it: shown, never opened. */
  name: z.string(),
  byteCount: z.number(),
  receivedAt: z.iso.datetime(),
  answers: answersSchema,
});

type About = z.infer<typeof uploadSchema>;

/** A file that a browser has sent and nobody has imported yet. */
export interface Upload extends About {
  id: string;
  /** Its bytes. */
  file: string;
  /** Connectors as corrected so far: they count for this file only, until it is imported. */
  draftsDirectory: string;
}

/** Files sent by browsers, each in a folder of its own under a name that nobody can guess. */
export interface Uploads {
  /**
   * A place for a new one, with its bytes to be written to `file`.
   * @throws UserError 429 when too many wait already
   */
  begin(): Promise<BegunUpload>;
  list(): Promise<Upload[]>;
  /** @throws UserError 404 when it isn't there (any more) */
  find(id: string): Promise<Upload>;
  answer(upload: Upload, answers: Answers): Promise<void>;
  remove(id: string): Promise<void>;
  /** Removes what has waited for more than a day, and what was broken off. */
  removeOld(): Promise<void>;
}

export interface BegunUpload {
  id: string;
  file: string;
  finish(name: string, byteCount: number): Promise<Upload>;
  discard(): Promise<void>;
}

export function uploadsOf(
  {uploadsDirectory}: Pick<Workspace, 'uploadsDirectory'>,
  {now}: {now(): Date},
): Uploads {
  /** Being received: by this process, so they count while their folder says nothing yet. */
  const begun = new Set<string>();
  const folderOf = (id: string) => join(uploadsDirectory, id);
  const remove = (id: string) => rm(folderOf(id), {recursive: true, force: true});
  const ids = async () => (await readdir(uploadsDirectory).catch(() => [])).filter(isId);

  async function begin(): Promise<BegunUpload> {
    const waiting = new Set([...(await ids()), ...begun]);
    if (waiting.size >= mostUploads) throw tooMany();
    const id = randomBytes(16).toString('base64url');
    begun.add(id);
    await mkdir(folderOf(id), {recursive: true}).catch((error: unknown) => {
      begun.delete(id);
      throw error;
    });
    return begunIn(folderOf(id), {id, now, ended: () => void begun.delete(id)});
  }

  async function read(id: string): Promise<Upload | null> {
    const about = await readAbout(folderOf(id));
    return about && uploadIn(folderOf(id), id, about);
  }

  return {
    begin,
    async list() {
      const found = await Promise.all((await ids()).map(read));
      return found
        .filter((upload) => upload !== null)
        .sort((a, b) => b.receivedAt.localeCompare(a.receivedAt));
    },
    async find(id) {
      const upload = isId(id) ? await read(id) : null;
      if (upload) return upload;
      throw new UserError(
        'This upload is not here any more.',
        'It was imported or discarded, or had waited for a day. Send the file again on the Import page.',
        404,
      );
    },
    answer: ({id, name, byteCount, receivedAt}, answers) =>
      writeAbout(folderOf(id), {name, byteCount, receivedAt, answers}),
    remove,
    async removeOld() {
      const oldest = now().getTime() - keptHours * 3_600_000;
      for (const id of await ids()) {
        if (begun.has(id)) continue;
        const changed = await stat(folderOf(id)).catch(() => null);
        if (changed && changed.mtimeMs < oldest) await remove(id);
      }
    },
  };
}

function begunIn(
  folder: string,
  {id, now, ended}: {id: string; now(): Date; ended(): void},
): BegunUpload {
  return {
    id,
    file: bytesIn(folder),
    async finish(name, byteCount) {
      const about = {name, byteCount, receivedAt: now().toISOString(), answers: noAnswers};
      await writeAbout(folder, about);
      ended();
      return uploadIn(folder, id, about);
    },
    async discard() {
      ended();
      await rm(folder, {recursive: true, force: true});
    },
  };
}

function uploadIn(folder: string, id: string, about: About): Upload {
  return {id, ...about, file: bytesIn(folder), draftsDirectory: join(folder, 'drafts')};
}

function bytesIn(folder: string): string {
  return join(folder, 'bytes');
}

async function readAbout(folder: string): Promise<About | null> {
  const text = await readFile(join(folder, 'upload.json'), 'utf8').catch(() => null);
  return text === null ? null : uploadSchema.parse(JSON.parse(text));
}

async function writeAbout(folder: string, about: About): Promise<void> {
  const path = join(folder, 'upload.json');
  await writeFile(`${path}.next`, JSON.stringify(about));
  await rename(`${path}.next`, path);
}

/** 16 random bytes: the only names that are ever looked up here. */
function isId(name: string): boolean {
  return /^[\w-]{22}$/.test(name);
}

function tooMany(): UserError {
  return new UserError(
    `${mostUploads} files are waiting to be imported already.`,
    'Import or discard one of them on the Import page first.',
    429,
  );
}
