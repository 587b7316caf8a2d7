import {resolve} from 'node:path';
import type {Command} from 'commander';
import {UserError} from '../base/user-error.ts';
import {loadCatalogue} from '../metrics/catalogue.ts';
import {freezePack} from '../packs/freeze-pack.ts';
import {packKinds, type PackKind} from '../packs/pack.ts';
import {publishPack, type PublishedPack} from '../packs/publish-pack.ts';
import {readActionRegister} from '../pages/action-register.ts';
import {readDecisions} from '../register/candidate-decisions.ts';
import {openPublished} from '../warehouse/publish.ts';
import type {CommandContext, Register} from './command.ts';
import {readConfig} from '../config/read-config.ts';
import type {Workspace} from '../config/workspace.ts';
import {inLanguage} from '../wording/in-language.ts';
import {languages, type Language} from '../wording/language.ts';

export const registerPack: Register = (program, contextOf) => {
  program
    .command('pack <kind>')
    .description('Freeze a review pack (weekly or monthly) as HTML and PDF')
    .option('--period <id>', 'week or month, e.g. 2016-W12 or 2016-03 (default: last complete)')
    .option('--language <code>', `${languages.join(' or ')} (default: that of meantime.yaml)`)
    .option('--out <directory>', 'where packs go (default: packs in the workspace)')
    .action(async (kind: string, options: PackOptions, command: Command) => {
      const context = contextOf(command);
      const published = await writeReviewPack(packKind(kind), options, context);
      context.print(context.json ? asJson(published) : asText(published));
    });
};

interface PackOptions {
  period?: string;
  out?: string;
  language?: string;
}

/** Freezes one pack from the published build. */
export async function writeReviewPack(
  kind: PackKind,
  {period, out, language: asked}: PackOptions,
  {workspace, now}: Pick<CommandContext, 'workspace' | 'now'>,
): Promise<PublishedPack> {
  const session = await openPublished(workspace);
  try {
    const catalogue = await loadCatalogue(session, {workspaceDirectory: workspace.directory});
    const decisions = await readDecisions(workspace);
    const language = await packLanguage(asked, workspace);
    const register = await readActionRegister(workspace);
    const frozen = await inLanguage(language, () =>
      freezePack({session, catalogue, decisions, register}, kind, {period: period ?? null, now}),
    );
    return await publishPack(frozen, out === undefined ? workspace.packsDirectory : resolve(out));
  } finally {
    session.close();
  }
}

async function packLanguage(asked: string | undefined, workspace: Workspace): Promise<Language> {
  if (asked === undefined) return (await readConfig(workspace)).language;
  const known = languages.find((each) => each === asked);
  if (known) return known;
  throw new UserError(`No pack is written in "${asked}".`, `Use one of: ${languages.join(', ')}.`);
}

function packKind(text: string): PackKind {
  const kind = packKinds.find((known) => known === text);
  if (kind) return kind;
  throw new UserError(`There is no ${text} pack.`, `Use one of: ${packKinds.join(', ')}.`);
}

function asText({pack, directory, isNew}: PublishedPack): string {
  const what = `${pack.page.title}, ${pack.page.period?.label ?? pack.period}, version ${pack.version}`;
  return isNew ? `${what}: ${directory}\n` : `${what} says exactly this already: ${directory}\n`;
}

function asJson({pack, directory, isNew}: PublishedPack): string {
  const {kind, period, version, build, inputsHash, restated} = pack;
  const files = ['index.html', 'pack.pdf', 'pack.json'];
  return `${JSON.stringify({kind, period, version, build, inputsHash, restated, directory, files, isNew}, null, 2)}\n`;
}
