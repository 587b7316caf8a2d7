import {existsSync} from 'node:fs';
import {mkdir, readdir, readFile, rename, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Workspace} from '../config/workspace.ts';

/** `12.duckdb` is published, `12.next.duckdb` is being built, `12.failed.duckdb` was refused. */
const buildFile = /^(\d+)(\.next|\.failed)?\.duckdb$/;

export function buildPath(
  workspace: Workspace,
  build: number,
  state: '' | 'next' | 'failed',
): string {
  const name = state === '' ? `${build}.duckdb` : `${build}.${state}.duckdb`;
  return join(workspace.warehouseDirectory, name);
}

/** Number of the published build, or null while there is none. */
export async function currentBuild(workspace: Workspace): Promise<number | null> {
  if (!existsSync(workspace.currentFile)) return null;
  const name = (await readFile(workspace.currentFile, 'utf8')).trim();
  const match = buildFile.exec(name);
  if (match?.[1] === undefined || match[2] !== undefined)
    throw new Error(`${workspace.currentFile}: names no build: ${name}`);
  return Number(match[1]);
}

/** Numbers of the published builds that are still there, oldest first. */
export async function publishedBuilds(workspace: Workspace): Promise<number[]> {
  return (await buildsIn(workspace)).filter(({state}) => state === '').map(({build}) => build);
}

/** Number of the newest build that was refused, if no later one was published. */
export async function failedBuild(workspace: Workspace): Promise<number | null> {
  const failed = (await buildsIn(workspace)).filter(({state}) => state === 'failed');
  const newest = failed.at(-1)?.build ?? null;
  const current = await currentBuild(workspace);
  return newest !== null && newest > (current ?? 0) ? newest : null;
}

/** The number the next build gets: one more than any build there was a trace of. */
export async function nextBuild(workspace: Workspace): Promise<number> {
  await mkdir(workspace.warehouseDirectory, {recursive: true});
  const current = (await currentBuild(workspace)) ?? 0;
  const finished = (await buildsIn(workspace)).filter(({state}) => state !== 'next');
  return Math.max(current, 0, ...finished.map(({build}) => build)) + 1;
}

/** Makes a finished file the one that is read: two renames, so readers see the old or the new. */
export async function publishBuild(workspace: Workspace, build: number): Promise<string> {
  const path = buildPath(workspace, build, '');
  await rename(buildPath(workspace, build, 'next'), path);
  const pointer = `${workspace.currentFile}.next`;
  await writeFile(pointer, `${build}.duckdb\n`);
  await rename(pointer, workspace.currentFile);
  return path;
}

/** Removes all but the newest builds, what earlier builds left behind, and refused ones. */
export async function removeOldBuilds(workspace: Workspace, {keep = 10} = {}): Promise<void> {
  const current = (await currentBuild(workspace)) ?? 0;
  const kept = new Set((await publishedBuilds(workspace)).slice(-keep));
  for (const {build, state, name} of await buildsIn(workspace)) {
    const isStale = state === '' ? !kept.has(build) && build !== current : build <= current;
    if (isStale) await rm(join(workspace.warehouseDirectory, name), {force: true});
  }
}

async function buildsIn(
  workspace: Workspace,
): Promise<{build: number; state: '' | 'next' | 'failed'; name: string}[]> {
  if (!existsSync(workspace.warehouseDirectory)) return [];
  const names = await readdir(workspace.warehouseDirectory);
  return names
    .flatMap((name) => {
      const match = buildFile.exec(name);
      if (!match) return [];
      const state = (match[2]?.slice(1) ?? '') as '' | 'next' | 'failed';
      return [{build: Number(match[1]), state, name}];
    })
    .sort((a, b) => a.build - b.build);
}
