import {afterAll, beforeAll} from 'vitest';
import type {Workspace} from '../../src/config/workspace.ts';
import {run, type Running} from './running.ts';
import {publishSmall, temporaryWorkspace} from './small-workspace.ts';

/** A server over the 400 incidents for all tests of a file, stopped after them. */
export function smallServer(): {workspace: Workspace; server: Omit<Running, 'stop'>} {
  const {workspace, remove} = temporaryWorkspace();
  let running: Running;
  beforeAll(async () => {
    await publishSmall(workspace);
    running = await run(workspace);
  });
  afterAll(async () => {
    await running.stop();
    remove();
  });
  const server: Omit<Running, 'stop'> = {
    get address() {
      return running.address;
    },
    get log() {
      return running.log;
    },
    get: (path, headers) => running.get(path, headers),
  };
  return {workspace, server};
}
