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

/** @param catalogue bound to the session's build */
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
  const residuals: FootingResidual[] = [];
  // One after the other: where nothing foots there are as many as months.
  for (const {period, from, to, residual} of months.filter((month) => month.residual !== 0)) {
    const incidents = await residualIncidents(session, {period: {from, to}, slice: []});
    residuals.push({period, from, to, residual, incidents});
  }
  return {
    stages,
    stageResiduals: stageResiduals(stages).filter(
      ({within, onward}) => within !== 0 || onward !== 0,
    ),
    figures,
    footing: {monthCount: months.length, residuals},
  };
}
