import type {Session} from '../warehouse/database.ts';
import type {CompiledFile} from './compile.ts';

/**
 * Runs queries over a file's fields. Where connectors calculate, the engine may not compute what several
 * expressions share ahead of them: that is outside of `try`, where one cell’s failure would end the statement.
 * @param without further optimizers to leave out
 */
export async function safePlan<T>(
  session: Session,
  {fields}: Pick<CompiledFile, 'fields'>,
  work: () => Promise<T>,
  without: readonly string[] = [],
): Promise<T> {
  const isCalculated = [...fields.values()].some(({failure}) => failure !== null);
  const left = [...without, ...(isCalculated ? ['common_subexpressions'] : [])];
  if (left.length === 0) return work();
  await session.run(`set disabled_optimizers = '${left.join(',')}'`);
  try {
    return await work();
  } finally {
    // After a failed statement the transaction is gone, and the first error says why.
    await session.run('reset disabled_optimizers').catch(() => {});
  }
}
