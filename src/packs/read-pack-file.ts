import {basename} from 'node:path';
import {isNode, LineCounter, parseDocument, type Document} from 'yaml';
import type {z} from 'zod';
import {UserError} from '../base/user-error.ts';
import type {BlockSpec} from '../pages/page.ts';
import type {PackDefinition} from './pack-definition.ts';
import {namedBlocks, packFile, type PackFile} from './pack-file.ts';

/**
 * A pack of the workspace's own.
 * @param path for its name and for messages
 * @throws UserError that names file, line and the way out
 */
export function readPackFile(text: string, path: string): PackDefinition {
  const lines = new LineCounter();
  const document = parseDocument(text, {lineCounter: lines, prettyErrors: false});
  const problem = (at: PropertyKey[], message: string) =>
    new UserError(
      `packs.d/${basename(path)}, line ${lineOf(at, document, lines)}: ${message}`,
      'Change the line named; meantime pack example shows every setting.',
    );
  const [broken] = document.errors;
  if (broken) throw problem([], `${broken.message} Mend the YAML.`);
  const read = packFile.safeParse(document.toJS() ?? {});
  const [issue] = read.error?.issues ?? [];
  if (!read.success) throw problem(issue?.path ?? [], wordsOf(issue));
  return definitionOf(read.data, basename(path).replace(/\.ya?ml$/, ''), problem);
}

function wordsOf(issue: z.core.$ZodIssue | undefined): string {
  if (issue?.code === 'unrecognized_keys')
    return `There is no setting ${issue.keys.map((key) => `"${key}"`).join(', ')}. Remove it or correct its name.`;
  const place = issue?.path.join('.') ?? '';
  return `${place === '' ? '' : `${place}: `}${issue?.message ?? 'This can’t be read.'}`;
}

function definitionOf(
  file: PackFile,
  name: string,
  problem: (at: PropertyKey[], message: string) => UserError,
): PackDefinition {
  const known = namedBlocks(file.grain);
  const blocks = file.blocks.map((id, index): BlockSpec => {
    const spec = known.get(id);
    if (!spec)
      throw problem(
        ['blocks', index],
        `There is no block "${id}". Use some of: ${[...known.keys()].join(', ')}.`,
      );
    if (file.blocks.indexOf(id) < index)
      throw problem(['blocks', index], `"${id}" is there twice. Remove one.`);
    return spec.block === 'kpis' && file.key_figures
      ? {...spec, rows: file.key_figures.map((metric) => ({metric}))}
      : spec;
  });
  return {
    name,
    where: Object.entries(file.where ?? {}).map(([dimension, values]) => ({
      dimension,
      values: [values].flat(),
    })),
    page: {
      ...{id: name, path: `/packs/${name}`, title: file.title, grain: file.grain, blocks},
      question: file.question ?? 'What changed, what is stuck, what do we decide?',
      periods: file.periods ?? (file.grain === 'week' ? 26 : 13),
      filters: Object.keys(file.where ?? {}),
    },
  };
}

/** Line of the deepest part of the path that is written there. */
function lineOf(path: readonly PropertyKey[], document: Document, lines: LineCounter): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
