import type {Filter} from '../metrics/metric.ts';

/** Where an action is to start from: at most one of the first three. */
export interface ProposalRequest {
  finding: string | null;
  candidate: string | null;
  metric: string | null;
  /** Of the finding or the figure. */
  period: string | null;
  where: readonly Filter[];
}
