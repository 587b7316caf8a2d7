/** Which priority an impact and an urgency give. Both parts are empty where the matrix is switched off. */
export interface PriorityMatrix {
  /** Words (lower case, the whole text) of each level; leading numbers need none. */
  words: {field: 'impact' | 'urgency'; word: string; level: number}[];
  cells: {impact: number; urgency: number; priority: string}[];
}

/**
 * Words of a scale of three in seven languages. Words of longer scales (critical, extensive, minor)
 * are left out on purpose: read on this scale, they would accuse people of mismatches they never made.
 */
export const defaultLevelWords: readonly string[][] = [
  ['high', 'haut', 'haute', 'élevé', 'élevée', 'hoch', 'hoog', 'alto', 'alta'],
  [
    ...['medium', 'moderate', 'moyen', 'moyenne', 'mittel', 'gemiddeld', 'middel', 'midden'],
    ...['medio', 'media', 'médio', 'média'],
  ],
  [
    ...['low', 'bas', 'basse', 'faible', 'niedrig', 'gering', 'laag', 'bajo', 'baja'],
    ...['basso', 'bassa', 'baixo', 'baixa'],
  ],
];

/** The usual three by three: priority = impact + urgency − 1. */
export const defaultPriorityTable: readonly string[][] = [
  ['P1', 'P2', 'P3'],
  ['P2', 'P3', 'P4'],
  ['P3', 'P4', 'P5'],
];

/**
 * @param impact words of each level, most serious first
 * @param urgency likewise
 * @param table a row an impact level, a column an urgency level
 */
export function priorityMatrix(
  impact: readonly (readonly string[])[],
  urgency: readonly (readonly string[])[],
  table: readonly (readonly string[])[],
): PriorityMatrix {
  const wordsOf = (field: 'impact' | 'urgency', levels: readonly (readonly string[])[]) =>
    levels.flatMap((words, index) =>
      words.map((word) => ({field, word: word.trim().toLowerCase(), level: index + 1})),
    );
  return {
    words: [...wordsOf('impact', impact), ...wordsOf('urgency', urgency)],
    cells: table.flatMap((row, i) =>
      row.map((priority, u) => ({impact: i + 1, urgency: u + 1, priority})),
    ),
  };
}

export const defaultPriorityMatrix: PriorityMatrix = priorityMatrix(
  defaultLevelWords,
  defaultLevelWords,
  defaultPriorityTable,
);
