import {join, resolve} from 'node:path';

/** Where everything of one user's installation lies; all paths are absolute. */
export interface Workspace {
  directory: string;
  /** `meantime.yaml`; need not exist. */
  configFile: string;
  pipelinesDirectory: string;
  inboxDirectory: string;
  /** Files sent by browsers, until they are imported. */
  uploadsDirectory: string;
  dataDirectory: string;
  landingFile: string;
  warehouseDirectory: string;
  /** Names the published build's file, e.g. `12.duckdb`. */
  currentFile: string;
  archiveDirectory: string;
  registerFile: string;
  packsDirectory: string;
}

/** The workspace in `directory`, which need not exist yet. */
export function workspaceAt(directory: string): Workspace {
  const root = resolve(directory);
  const data = join(root, 'data');
  return {
    directory: root,
    configFile: join(root, 'meantime.yaml'),
    pipelinesDirectory: join(root, 'pipelines'),
    inboxDirectory: join(root, 'inbox'),
    uploadsDirectory: join(data, 'uploads'),
    dataDirectory: data,
    landingFile: join(data, 'landing.duckdb'),
    warehouseDirectory: join(data, 'warehouse'),
    currentFile: join(data, 'warehouse', 'current'),
    archiveDirectory: join(data, 'archive'),
    registerFile: join(data, 'register.duckdb'),
    packsDirectory: join(root, 'packs'),
  };
}
