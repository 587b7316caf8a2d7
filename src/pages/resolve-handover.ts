import type {BlockSpec} from './page.ts';
import type {PageContext} from './page-context.ts';
import type {FigureBlock} from './resolved-page.ts';

/** When targets are missed, where that gathers at the change of shifts; nothing where it does not. */
export function resolveHandover(
  _context: PageContext,
  _spec: Extract<BlockSpec, {block: 'handover'}>,
): Promise<FigureBlock | null> {
  return Promise.resolve(null);
}
