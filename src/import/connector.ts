import {parse as parseYaml} from 'yaml';
import {z} from 'zod';
import {UserError} from '../base/user-error.ts';
import {changeFields, recordFields, slaFields} from './canonical-fields.ts';

const Text = z.string().min(1);

const Aliases = z
  .union([Text, z.array(Text).min(1)])
  .describe('Header names, in any language; the first one the file has is read.');

const MappedValue = z.union([
  Text,
  z
    .strictObject({is: Text, stops_clock: z.boolean()})
    .describe('A status whose waiting is special.'),
]);

const ValueMap = z
  .record(Text, MappedValue)
  .describe(
    'Values of the tool (any case) and what they are here. Others are kept, counted and shown.',
  );

const Formats = z
  .union([
    z.array(Text).min(1),
    z.strictObject({dates: z.array(Text).min(1), times: z.array(Text).min(1)}),
  ])
  .describe(
    'strptime formats, a part that may be missing in [ ]; as {dates, times} every date with every time, and every date alone.',
  );

const Duration = z.strictObject({
  duration: Aliases,
  unit: z
    .enum(['s', 'min', 'h', 'ms', 'hms', 'epoch'])
    .describe('hms = H:MM or H:MM:SS with a sign; epoch = a date since 1970.'),
});

const Time = z.strictObject({
  time: Aliases,
  formats: Formats.optional(),
  zone: Text.optional().describe(
    'Only when the tool writes this column in one zone by specification.',
  ),
  nulls: z.array(Text).optional(),
  plus: Duration.optional().describe(
    'For tools that tell how long after another time it was, such as the seconds to the first answer.',
  ),
});

const Mapped = z.strictObject({
  map: Aliases,
  values: z.union([Text, ValueMap]).describe('A map, or the name of one under `maps`.'),
  by: z
    .strictObject({map: Aliases, values: z.union([Text, ValueMap])})
    .optional()
    .describe('A coarser column that decides when the value is empty or not in the map.'),
  else: Text.optional().describe('For plain types only: status and priority never have a default.'),
  override: z
    .array(z.strictObject({when: Text, is: Text}))
    .min(1)
    .optional()
    .describe(
      'Rows where other columns have the last word, such as deleted or merged: a scalar SQL expression and the value. The first that holds counts.',
    ),
});

const Repeat = z
  .strictObject({text: Aliases, repeat: z.number().int().min(1)})
  .describe('One repeat of a header that stands there several times; 1 is the first.');

const List = z
  .strictObject({list: Aliases})
  .describe('Every repeat of the header, its values joined by commas.');

const Reference = z
  .strictObject({ref: Aliases})
  .describe(
    'A name or an id, also where a cell holds both as {display_value, link, value}; the name first.',
  );

const Flag = z.strictObject({
  flag: Aliases,
  yes: z.array(Text).optional().describe('Values that mean yes; usual words and 1 when absent.'),
  no: z.array(Text).optional().describe('Values that mean no; usual words and 0 when absent.'),
});

const Expression = z
  .strictObject({sql: Text})
  .describe(
    'A scalar DuckDB expression over "Header" names; functions, case, cast and operators only.',
  );

const FieldRule = z.union([
  Aliases,
  Repeat,
  Time,
  Duration,
  Mapped,
  List,
  Reference,
  Flag,
  Expression,
]);

const Fingerprint = z
  .strictObject({
    all: z.array(Aliases).min(1).describe('Columns that must be there.'),
    any: z.array(Text).optional().describe('At least one of these must be there.'),
    none: z.array(Text).optional().describe('Columns that tell another export.'),
    like: z
      .record(Text, Text)
      .optional()
      .describe('For cells: a regular expression that the first values of a column match.'),
  })
  .describe('How the header gives this export away.');

const Skip = z
  .strictObject({when: Text, because: Text})
  .describe('Rows that belong elsewhere; a scalar SQL expression and the reason shown for it.');

const base = {
  id: Text,
  title: Text,
  format: z
    .enum(['csv', 'json', 'xml', 'xes'])
    .optional()
    .describe('csv when absent, which workbooks and Parquet files are too.'),
  rows: z
    .array(Text)
    .min(1)
    .optional()
    .describe(
      'Where rows are: for json such as `issues[].changelog.histories[].items[]`, or `objects{}` for the members of an object; for xml such as `unload.incident`.',
    ),
  pairs: z
    .strictObject({
      list: Text.describe('Where in a row the list stands, such as `info`.'),
      name: Text.describe('What holds the name in each of its elements, such as `key`.'),
    })
    .optional()
    .describe(
      'For json: a list of names and values in each row, read as columns such as `info.status.value`.',
    ),
  header: Fingerprint,
  nulls: z.array(Text).optional(),
  formats: Formats.optional(),
  zone: Text.optional().describe('Only when the format has one zone by specification.'),
  row_cap: z.number().int().positive().optional().describe('Where the tool cuts exports silently.'),
  skip: z.array(Skip).min(1).optional(),
  unquoted: z
    .boolean()
    .optional()
    .describe('Cells are never put in quotes: a quotation mark is part of the text.'),
};

const RecordShape = z.strictObject({
  ...base,
  grain: z.enum(['incident', 'version']),
  fields: z.partialRecord(z.enum(keysOf(recordFields)), FieldRule),
});

const ChangeShape = z.strictObject({
  ...base,
  grain: z.literal('change'),
  fields: z.partialRecord(z.enum(keysOf(changeFields)), FieldRule),
  translate: z
    .record(z.enum(keysOf(recordFields)), Text)
    .or(z.partialRecord(z.enum(keysOf(recordFields)), Text))
    .optional()
    .describe('The map under `maps` that makes old and new values of a field canonical.'),
});

const SlaShape = z.strictObject({
  ...base,
  grain: z.literal('sla_cycle'),
  fields: z.partialRecord(z.enum(keysOf(slaFields)), FieldRule),
});

const ShapeSchema = z.discriminatedUnion('grain', [RecordShape, ChangeShape, SlaShape]);

/** What a tool's exports look like: one YAML file in `pipelines/`. Unknown keys are refused. */
const ConnectorSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_-]*$/, 'lower-case letters, digits, - and _'),
  title: Text,
  nulls: z
    .array(Text)
    .optional()
    .describe('Texts that mean nothing is there, besides the empty one.'),
  formats: Formats.optional(),
  maps: z.record(Text, ValueMap).optional(),
  formula_apostrophes: z
    .boolean()
    .optional()
    .describe('The tool writes an apostrophe before texts that begin with + - = or @.'),
  shapes: z.array(ShapeSchema).min(1).describe('The different exports that the tool makes.'),
});

export type Connector = z.infer<typeof ConnectorSchema>;
export type Shape = z.infer<typeof ShapeSchema>;
export type FieldRule = z.infer<typeof FieldRule>;
export type ValueMap = z.infer<typeof ValueMap>;
export type Formats = z.infer<typeof Formats>;
export type TimeRule = z.infer<typeof Time>;
export type MappedRule = z.infer<typeof Mapped>;
export type FlagRule = z.infer<typeof Flag>;
export type DurationRule = z.infer<typeof Duration>;

/**
 * Reads a connector's YAML.
 * @param place the file, for the message
 * @throws UserError naming every field that is wrong
 */
export function parseConnector(text: string, place: string): Connector {
  const result = ConnectorSchema.safeParse(readYaml(text, place));
  if (!result.success) {
    const [first, ...rest] = result.error.issues.map(sentenceOf);
    const more = rest.length > 0 ? ` (and ${rest.length} more: ${rest.join('; ')})` : '';
    throw new UserError(
      `${place}: ${first}${more}.`,
      'Compare it with pipelines/connector.schema.json, which editors understand too.',
    );
  }
  checkMapNames(result.data, place);
  return result.data;
}

function readYaml(text: string, place: string): unknown {
  try {
    return parseYaml(text);
  } catch (error) {
    const reason = String((error as Error).message).split('\n')[0];
    throw new UserError(`${place}: not YAML: ${reason}`, 'Put texts with : or # in quotes.');
  }
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  return `${issue.path.map(String).join('.') || 'the file'}: ${issue.message}`;
}

function checkMapNames(connector: Connector, place: string): void {
  const known = Object.keys(connector.maps ?? {});
  for (const shape of connector.shapes) {
    const rules = Object.values(shape.fields).flatMap((rule) => mapNamesIn(rule));
    const translated = shape.grain === 'change' ? Object.values(shape.translate ?? {}) : [];
    const unknown = [...rules, ...translated].find((name) => !known.includes(name as string));
    if (unknown !== undefined)
      throw new UserError(
        `${place}: ${shape.id} uses the map "${unknown}", which is not under maps.`,
        `Add it, or use one of: ${known.join(', ') || 'none yet'}.`,
      );
  }
}

function mapNamesIn(rule: FieldRule): string[] {
  if (typeof rule === 'string' || Array.isArray(rule) || !('map' in rule)) return [];
  return [rule.values, rule.by?.values].filter((value) => typeof value === 'string');
}

/** A connector's JSON Schema, for editors; `pipelines/connector.schema.json` is its text. */
export function connectorJsonSchema(): string {
  const schema = z.toJSONSchema(ConnectorSchema, {target: 'draft-7'});
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/** Aliases as a list, however they were written. */
export function aliasList(aliases: string | string[]): string[] {
  return typeof aliases === 'string' ? [aliases] : aliases;
}

/** The header names a field's rule can read; none for an expression. */
export function aliasesOf(rule: FieldRule): string[] {
  if (typeof rule === 'string' || Array.isArray(rule)) return aliasList(rule);
  if ('time' in rule) return aliasList(rule.time);
  if ('duration' in rule) return aliasList(rule.duration);
  if ('map' in rule) return aliasList(rule.map);
  if ('list' in rule) return aliasList(rule.list);
  if ('ref' in rule) return aliasList(rule.ref);
  if ('text' in rule) return aliasList(rule.text);
  if ('flag' in rule) return aliasList(rule.flag);
  return [];
}

function keysOf<T extends object>(fields: T): [keyof T & string, ...(keyof T & string)[]] {
  return Object.keys(fields) as [keyof T & string, ...(keyof T & string)[]];
}
