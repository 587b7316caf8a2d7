import {UserError} from '../base/user-error.ts';
import type {Workspace} from '../config/workspace.ts';
import {ownDefinitions, type PackDefinition} from './pack-definition.ts';

/** The packs a workspace can make: those there always are. */
export async function packDefinitions(_workspace: Workspace): Promise<PackDefinition[]> {
  return [...ownDefinitions];
}

/** @throws UserError 404 that names the packs there are */
export async function findDefinition(workspace: Workspace, name: string): Promise<PackDefinition> {
  const definitions = await packDefinitions(workspace);
  const definition = definitions.find((known) => known.name === name);
  if (definition) return definition;
  const names = definitions.map((known) => known.name).join(', ');
  throw new UserError(`There is no ${name} pack.`, `Use one of: ${names}.`, 404);
}
