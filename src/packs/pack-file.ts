import {z} from 'zod';
import type {BlockSpec} from '../pages/page.ts';
import {monthly} from '../../dashboards/monthly.ts';
import {weekly} from '../../dashboards/weekly.ts';

const line = (remedy: string) => z.string({error: remedy}).trim().min(1, {error: remedy}).max(120);
const values = z.union([line('Write a value.'), z.array(line('Write a value.')).min(1)], {
  error: 'Write a value or a list of values: ERP, or [ERP, Mail].',
});

/** A pack of the workspace's own, as people write it in `packs.d/<name>.yaml`. */
export const packFile = z.strictObject({
  title: line('Write its title, such as ERP service review.').describe('What stands above it'),
  question: line('Write the question it answers.').optional().describe('Under the title'),
  grain: z
    .enum(['week', 'month'], {error: 'Write week or month.'})
    .describe('What a period of it is'),
  periods: z
    .int({error: 'Write a number of periods, such as 13.'})
    .min(2, {error: 'Write a number from 2 to 60.'})
    .max(60, {error: 'Write a number from 2 to 60.'})
    .optional()
    .describe('How many periods its trends show: 26 weeks or 13 months where it says nothing'),
  where: z
    .record(z.string().min(1), values, {error: 'Write fields with values: {service: [ERP, Mail]}.'})
    .optional()
    .describe('Which incidents it is of: each field must have one of its values'),
  blocks: z
    .array(line('Name a block.'), {error: 'List blocks by their names: [headline, kpis, flow].'})
    .min(1, {error: 'List at least one block.'})
    .describe('What it shows, in this order, by the names of the weekly and monthly pages’ blocks'),
  key_figures: z
    .array(line('Name a metric.'), {
      error: 'List metrics by their ids; meantime metrics lists all.',
    })
    .min(1)
    .optional()
    .describe('Other key figures in the block kpis'),
});

/** Its JSON Schema, for editors; `pipelines/pack.schema.json` is its text. */
export function packJsonSchema(): string {
  return `${JSON.stringify(z.toJSONSchema(packFile, {target: 'draft-7'}), null, 2)}\n`;
}

export type PackFile = z.output<typeof packFile>;

/** Both pages' blocks by name; those of the pack's own grain first, where both have one. */
export function namedBlocks(grain: 'week' | 'month'): Map<string, BlockSpec> {
  const pages = grain === 'week' ? [monthly, weekly] : [weekly, monthly];
  return new Map(pages.flatMap(({blocks}) => blocks.flatMap(named)));
}

function named(spec: BlockSpec): [string, BlockSpec][] {
  if (spec.block === 'columns') return spec.blocks.flatMap(named);
  return [['id' in spec ? spec.id : spec.block, spec]];
}
