import type {Session} from '../warehouse/database.ts';
import type {Catalogue} from './catalogue.ts';
import {figureStages, hasFigureStage, type FigureStage} from './figure-stages.ts';
import {footing, type FootingRow} from './footing.ts';
import {residualIncidents, type ResidualIncident} from './residual-incidents.ts';
import {readStages, stageResiduals, type StageCount, type StageResidual} from './stages.ts';

/** Everything that must add up, and what doesn't. */
export interface Reconciliation {
  /** From rows to resolved incidents, source by source. */
  stages: StageCount[];
  /** Stages that lose something; empty when all foot. */
  stageResiduals: StageResidual[];
  /** From incidents to the n of every figure that counts incidents. */
  figures: FigureStage[];
  footing: {
    monthCount: number;
    /** Months whose flows don't close, each with the incidents that make it. */
    residuals: FootingResidual[];
  };
}

export interface FootingResidual extends Pick<FootingRow, 'period' | 'from' | 'to' | 'residual'> {
  incidents: ResidualIncident[];
}

export async function reconciliation(
  session: Session,
  catalogue: Catalogue,
): Promise<Reconciliation> {
  const ids = catalogue.metrics.filter(hasFigureStage).map(({id}) => id);
  const selection = {grain: 'month', by: [], where: [], from: null, to: null} as const;
  const [stages, figures, months] = await Promise.all([
    readStages(session),
    figureStages(session, catalogue, ids),
    footing(session, selection),
  ]);
  const off = months.filter(({residual}) => residual !== 0);
  const residuals = await Promise.all(
    off.map(async ({period, from, to, residual}) => ({
      ...{period, from, to, residual},
      incidents: await residualIncidents(session, {period: {from, to}, slice: []}),
    })),
  );
  return {
    stages,
    stageResiduals: stageResiduals(stages).filter(
      ({within, onward}) => within !== 0 || onward !== 0,
    ),
    figures,
    footing: {monthCount: months.length, residuals},
  };
}
