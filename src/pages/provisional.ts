import type {Figure} from '../metrics/metric.ts';
import type {Fact} from './fact.ts';
import {t} from '../wording/t.ts';

/** The word beside a figure that may still move; empty for any other, and where there is no figure. */
export function provisionalText(figure: Figure | null): string {
  return figure?.isProvisional && figure.value !== null ? t`provisional` : '';
}

/** What the word means, wherever it stands beside one of the figures. */
export function provisionalLegend(): string {
  return t`Provisional: the figure may still move, because too many of its incidents are open, or because what it waits for can still happen.`;
}

/** The legend as the end of a note; nothing where no figure is provisional. */
export function provisionalNote(figures: readonly (Figure | null)[]): Fact[] {
  const isAny = figures.some((figure) => provisionalText(figure) !== '');
  return isAny ? [{text: ` ${provisionalLegend()}`}] : [];
}
