import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import ts from 'typescript';
import {packagePath} from '../../src/base/package-root.ts';

/** Every English text that the source marks to be worded, with the file that says it. */
export function wordingsInSource(): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of sourceFiles()) {
    const text = readFileSync(packagePath(file), 'utf8');
    const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
    const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
    const visit = (node: ts.Node): void => {
      const key = keyOf(node) ?? (/^src.(pages|findings|packs)/.test(file) ? pluralOf(node) : null);
      if (key !== null && !found.has(key)) found.set(key, file);
      ts.forEachChild(node, visit);
    };
    visit(tree);
  }
  return found;
}

function sourceFiles(): string[] {
  return readdirSync(packagePath('src'), {recursive: true, encoding: 'utf8'})
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('wording'))
    .map((name) => join('src', name))
    .sort();
}

/** The key of `` t`…` `` and `` phrase`…` ``. */
function keyOf(node: ts.Node): string | null {
  if (ts.isTaggedTemplateExpression(node) && ts.isIdentifier(node.tag)) {
    if (!['t', 'phrase'].includes(node.tag.text)) return null;
    const {template} = node;
    if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
    const rest = template.templateSpans.map(({literal}, index) => `{${index}}${literal.text}`);
    return `${template.head.text}${rest.join('')}`;
  }
  return null;
}

/** The key that `counted(count, 'row')` and `things(count, 'person', 'people')` look up. */
function pluralOf(node: ts.Node): string | null {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return null;
  const [, one, many] = node.arguments.map((each) => (ts.isStringLiteral(each) ? each.text : null));
  if (['counted', 'countText'].includes(node.expression.text) && one) return `{0} ${one}s`;
  return node.expression.text === 'things' && many ? `{0} ${many}` : null;
}
