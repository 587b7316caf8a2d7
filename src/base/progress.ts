/** Long work reports where it is; a terminal redraws one line, everything else ignores or prints it. */
export interface Progress {
  /** @param share how much is done, 0–1, or null when it can't be known */
  report(step: string, share: number | null): void;
  /** Ends the line that `report` has been redrawing. */
  done(): void;
}

export const silentProgress: Progress = {report() {}, done() {}};
