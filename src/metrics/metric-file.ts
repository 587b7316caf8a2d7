import {UserError} from '../base/user-error.ts';
import {dimensions, findDimension} from './dimension.ts';
import {plainUnits, settlings, type Metric} from './metric.ts';

const betters = ['lower', 'higher', 'neither'] as const;
const intervals = ['wilson', 'none'] as const;
const tags = [
  ...(['unit', 'better', 'at', 'by', 'needs', 'snapshot'] as const),
  ...(['survival', 'settles', 'interval'] as const),
];
/** In a `@by`: every attribute that the workspace has made a dimension. */
const anyAttribute = 'attribute';
type Tag = (typeof tags)[number];

interface Header {
  prose: string[];
  tags: Map<Tag, {text: string; line: number}>;
  bodyStart: number;
}

/**
 * Reads a metric from the text of its file: header comment, then the query.
 * The shape of the query is the catalogue's to check.
 * @param file path for messages; its name is the metric's id
 * @throws UserError naming file, line and the allowed values
 */
export function parseMetricFile(file: string, text: string): Metric {
  const lines = text.split(/\r?\n/);
  const header = readHeader(file, lines);
  const [label, ...definition] = header.prose.filter((line) => line !== '');
  if (!label) throw fault(file, 1, 'the first line must be the label', 'Start with `-- <label>`.');
  if (definition.length === 0)
    throw fault(file, 1, 'the definition is missing', 'Say below the label what is counted.');
  const sql = lines.slice(header.bodyStart).join('\n').trim().replace(/;$/, '');
  if (sql === '') throw fault(file, lines.length, 'the query is missing', 'Add one select.');
  const metric: Metric = {
    id: idOf(file),
    label,
    definition: definition.join(' '),
    unit: oneOf(file, header, 'unit', plainUnits),
    better: directionOf(file, header),
    at: columnOf(file, header),
    isSnapshot: header.tags.has('snapshot'),
    ...dimensionsOf(file, header),
    needs: listOf(header.tags.get('needs')?.text ?? ''),
    isSurvival: header.tags.has('survival'),
    settles: header.tags.has('settles') ? oneOf(file, header, 'settles', settlings) : null,
    hasInterval: oneOf(file, header, 'interval', intervals, 'wilson') === 'wilson',
    sql,
    file,
  };
  checkSurvival(file, header, metric);
  return metric;
}

/** A median of hours, dated by what starts them. */
function checkSurvival(file: string, header: Header, {isSurvival, isSnapshot, unit}: Metric): void {
  if (!isSurvival || (unit === 'hours' && !isSnapshot)) return;
  const line = header.tags.get('survival')?.line ?? 1;
  throw fault(file, line, '@survival gives hours', 'Use @unit hours, and no @snapshot.');
}

function readHeader(file: string, lines: string[]): Header {
  const header: Header = {prose: [], tags: new Map(), bodyStart: lines.length};
  for (const [index, line] of lines.entries()) {
    if (!line.startsWith('--')) {
      header.bodyStart = index;
      break;
    }
    const content = line.replace(/^--\s?/, '').trim();
    const tag = /^@(\w*)\s*(.*)$/.exec(content);
    if (!tag) header.prose.push(content);
    else addTag(file, header, tag[1] ?? '', tag[2] ?? '', index + 1);
  }
  return header;
}

function addTag(file: string, header: Header, name: string, text: string, line: number): void {
  const tag = tags.find((known) => known === name);
  if (!tag)
    throw fault(file, line, `unknown tag @${name}`, `Use one of: ${withAt(tags).join(', ')}.`);
  if (header.tags.has(tag))
    throw fault(file, line, `@${name} is given twice`, 'Keep one of the two lines.');
  header.tags.set(tag, {text, line});
}

function idOf(file: string): string {
  const id = /([^/\\]+)\.sql$/.exec(file)?.[1] ?? '';
  if (/^[a-z][a-z0-9_]*$/.test(id)) return id;
  throw fault(file, 1, `the file's name is no metric id`, 'Use a-z, 0-9 and _, like `mttr.sql`.');
}

function oneOf<T extends string>(
  file: string,
  header: Header,
  tag: Tag,
  allowed: readonly T[],
  standard?: T,
): T {
  const given = header.tags.get(tag);
  if (!given && standard !== undefined) return standard;
  const value = allowed.find((candidate) => candidate === given?.text);
  if (value) return value;
  const what = given ? `@${tag} ${given.text} is not known` : `@${tag} is missing`;
  throw fault(file, given?.line ?? 1, what, `Use one of: ${allowed.join(', ')}.`);
}

function directionOf(file: string, header: Header): Metric['better'] {
  if (!header.tags.has('better')) return null;
  const better = oneOf(file, header, 'better', betters);
  return better === 'neither' ? null : better;
}

function columnOf(file: string, header: Header): string {
  const at = header.tags.get('at');
  if (!at)
    throw fault(file, 1, '@at is missing', 'Name the time that dates it, like `@at resolved_at`.');
  if (at.text === 'day' || /^[a-z][a-z_]*_at$/.test(at.text)) return at.text;
  throw fault(
    file,
    at.line,
    `@at ${at.text} is no instant`,
    'Name a column ending in _at, or `day` for a snapshot.',
  );
}

function dimensionsOf(
  file: string,
  header: Header,
): Pick<Metric, 'by' | 'takesAttributes' | 'attributes'> {
  const by = header.tags.get('by');
  const all = listOf(by?.text ?? '');
  const names = all.filter((name) => name !== anyAttribute);
  const unknown = names.find((name) => !findDimension(name));
  if (unknown === undefined)
    return {by: names, takesAttributes: names.length < all.length, attributes: []};
  const known = [...dimensions.map((dimension) => dimension.id), anyAttribute].join(', ');
  throw fault(file, by?.line ?? 1, `@by ${unknown} is no dimension`, `Use any of: ${known}.`);
}

function listOf(text: string): string[] {
  return text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function withAt(names: readonly string[]): string[] {
  return names.map((name) => `@${name}`);
}

function fault(file: string, line: number, what: string, remedy: string): UserError {
  return new UserError(`${file}, line ${line}: ${what}.`, remedy);
}
