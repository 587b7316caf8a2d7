import type {Catalogue} from '../metrics/catalogue.ts';
import type {FigureBlock} from './figure-block.ts';

/** The definitions that a figure shows on demand. */
export function definitionsOf(
  catalogue: Catalogue,
  ids: readonly string[],
): FigureBlock['definitions'] {
  return ids.map((id) => {
    const {label, definition} = catalogue.get(id);
    return {id, label, definition};
  });
}
