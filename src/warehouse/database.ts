import {
  type DuckDBConnection,
  DuckDBInstance,
  type DuckDBMaterializedResult,
  type DuckDBResult,
  type DuckDBValue,
} from '@duckdb/node-api';
import {UserError} from '../base/user-error.ts';
import {javascriptValue, type SqlValue} from './javascript-value.ts';

export type SqlParams = Record<string, DuckDBValue>;

/** What everything outside `src/warehouse` knows of the engine. */
export interface Session {
  /**
   * Rows as plain objects: integers and decimals as number, DATE as `YYYY-MM-DD`,
   * timestamps as Date, LIST as array, STRUCT and MAP as object.
   */
  query<Row extends object = Record<string, SqlValue>>(
    sql: string,
    params?: SqlParams,
  ): Promise<Row[]>;
  /**
   * As `query`, for what stays as it is while a build is open, such as its settings: a file opened to be
   * read is asked once. The rows are shared: leave them as they are.
   */
  queryOnce<Row extends object = Record<string, SqlValue>>(
    sql: string,
    params?: SqlParams,
  ): Promise<readonly Row[]>;
  /** For statements whose rows nobody reads. */
  run(sql: string, params?: SqlParams): Promise<void>;
  /** The engine's own result, for what streams columns instead of rows (Arrow). */
  result(sql: string, params?: SqlParams): Promise<DuckDBMaterializedResult>;
  /** Share of the running statement that is done, 0–1, or null when the engine can't say. */
  progress(): number | null;
}

export interface Database extends Session {
  /** Runs `work` on a connection of its own: for transactions and temporary tables. */
  session<T>(work: (session: Session) => Promise<T>): Promise<T>;
  close(): void;
}

export interface OpenOptions {
  /** `write` takes the file's lock; many processes may read a file that nobody writes. */
  mode?: 'read' | 'write';
  /** Settings applied to the instance, e.g. `{memory_limit: '4GB'}`. */
  settings?: Record<string, string>;
}

/**
 * Opens a database file, or `:memory:`. Sessions run in UTC: zones are always spelled out in SQL.
 * One instance a file and process, because two would silently lose each other's writes.
 * @throws UserError when another process holds the file
 */
export async function openDatabase(path: string, options: OpenOptions = {}): Promise<Database> {
  const {mode = 'write', settings = {}} = options;
  const config = {...(mode === 'read' ? {access_mode: 'READ_ONLY'} : {}), ...settings};
  const instance = await createInstance(path, config);
  const idle: DuckDBConnection[] = [];
  const answers: Answers | null = mode === 'read' ? new Map() : null;

  async function withConnection<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    const connection = idle.pop() ?? (await connect(instance));
    try {
      return await work(connection);
    } finally {
      idle.push(connection);
    }
  }

  const query: Session['query'] = (sql, params) =>
    withConnection((c) => sessionOf(c, answers).query(sql, params));

  return {
    query,
    queryOnce: onceOf(query, answers),
    run: (sql, params) => withConnection((c) => sessionOf(c, answers).run(sql, params)),
    result: (sql, params) => withConnection((c) => sessionOf(c, answers).result(sql, params)),
    progress: () => null,
    async session(work) {
      const connection = await connect(instance);
      try {
        return await work(sessionOf(connection, answers));
      } finally {
        connection.closeSync();
      }
    },
    close() {
      for (const connection of idle.splice(0)) connection.closeSync();
      instance.closeSync();
    },
  };
}

async function createInstance(
  path: string,
  config: Record<string, string>,
): Promise<DuckDBInstance> {
  try {
    if (path === ':memory:') return await DuckDBInstance.create(path, config);
    return await DuckDBInstance.fromCache(path, config);
  } catch (error) {
    if (/lock on file|Conflicting lock/i.test(String(error))) throw lockedError(path, error);
    throw error;
  }
}

function lockedError(path: string, cause: unknown): UserError {
  const holder = /PID (\d+)/.exec(String(cause))?.[1];
  return new UserError(
    `${path} is in use by another process${holder ? ` (PID ${holder})` : ''}.`,
    'Wait until it has finished, or stop it, and run the command again.',
    503,
  );
}

async function connect(instance: DuckDBInstance): Promise<DuckDBConnection> {
  const connection = await instance.connect();
  const [row] = await sessionOf(connection, null).query<{zone: string}>(
    `select current_setting('TimeZone') as zone`,
  );
  // Global, so that later sessions have it too: in a locked database none could set it.
  if (row?.zone !== 'UTC') await connection.run(`set global TimeZone = 'UTC'`);
  return connection;
}

/** What was asked once, by statement and parameters; null where the file can change. */
type Answers = Map<string, Promise<object[]>>;

function sessionOf(connection: DuckDBConnection, answers: Answers | null): Session {
  async function query<Row extends object>(sql: string, params?: SqlParams): Promise<Row[]> {
    const reader = await connection.runAndReadAll(sql, params);
    return reader.convertRowObjects(javascriptValue) as Row[];
  }
  return {
    query,
    queryOnce: onceOf(query, answers),
    async run(sql, params) {
      await connection.run(sql, params);
    },
    result: (sql, params) =>
      connection.run(sql, params) as Promise<DuckDBResult & DuckDBMaterializedResult>,
    progress() {
      const {percentage} = connection.progress;
      return percentage < 0 ? null : percentage / 100;
    },
  };
}

function onceOf(query: Session['query'], answers: Answers | null): Session['queryOnce'] {
  if (!answers) return query;
  return async <Row extends object>(sql: string, params?: SqlParams) => {
    const key = JSON.stringify([sql, params]);
    const known = answers.get(key);
    if (known) return (await known) as Row[];
    const asked = query<Row>(sql, params);
    answers.set(key, asked);
    // What failed may have done so for a reason that passes.
    asked.catch(() => answers.delete(key));
    return asked;
  };
}
