import {UserError} from '../base/user-error.ts';
import {rememberingMeasure} from '../metrics/remembering-measure.ts';
import type {PageSource} from '../pages/page-context.ts';
import type {PackDefinition} from './pack-definition.ts';

const mostNamed = 8;

/**
 * A pack of what no incident has would be empty and look calm.
 * @throws UserError for a value that no incident has, with those there are
 */
export async function requireValues(source: PageSource, {name, where}: PackDefinition) {
  const measure = rememberingMeasure(source, []);
  for (const {dimension, values} of where) {
    const all = await measure('opened', {grain: 'total', from: null, to: null, by: [dimension]});
    // A field that isn't there is refused with the page's own words.
    if (!all) continue;
    const known = [...all]
      .sort((a, b) => b.n - a.n)
      .map((each) => each.dimensions[dimension] ?? '');
    const strange = values.find((value) => !known.includes(value));
    if (strange === undefined) continue;
    const some = known.filter((value) => value !== '').slice(0, mostNamed);
    throw new UserError(
      `No incident has the ${dimension} "${strange}" that the ${name} pack is of.`,
      `Correct where in packs.d/${name}.yaml; there are ${some.join(', ')}${known.length > mostNamed ? ' and others' : ''}.`,
    );
  }
}
