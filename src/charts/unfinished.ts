/** The periods at the end that still last, with the one before them that a line leads on from. */
export function unfinished<Point extends {isComplete: boolean}>(points: readonly Point[]): Point[] {
  const lastComplete = points.findLastIndex((point) => point.isComplete);
  const isOver = lastComplete < 0 || lastComplete === points.length - 1;
  return isOver ? [] : points.slice(lastComplete);
}
