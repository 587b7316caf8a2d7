/** Where a command tells what it does. Effects are arguments: tests pass a silent or recording log. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
}

export const silentLog: Log = {info() {}, warn() {}};
