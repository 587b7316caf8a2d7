import type {ConfigFile} from './config-file.ts';
import {oneOrList} from './config-fields.ts';
import type {ConfigProblem} from './config-problem.ts';
import {defaultLevelWords, defaultPriorityMatrix, defaultPriorityTable} from './priority-matrix.ts';
import {priorityMatrix, type PriorityMatrix} from './priority-matrix.ts';

type Written = ConfigFile['priority_matrix'];

/** The matrix of the file; parts that it leaves out are those of the usual three by three. */
export function matrixFromFile(written: Written): {
  matrix: PriorityMatrix;
  problems: ConfigProblem[];
} {
  if (written === undefined) return {matrix: defaultPriorityMatrix, problems: []};
  if (written === 'none') return {matrix: {words: [], cells: []}, problems: []};
  const table = written.table ?? defaultPriorityTable;
  const impact = written.impact?.map(oneOrList) ?? defaultLevelWords;
  const urgency = written.urgency?.map(oneOrList) ?? defaultLevelWords;
  const problems = [
    ...twice(['priority_matrix', 'impact'], impact),
    ...twice(['priority_matrix', 'urgency'], urgency),
  ];
  // Levels that are numbers in the exports need no words, so defaults may be fewer than the table's.
  const columns = written.urgency?.length ?? table[0]?.length;
  const rows = written.impact?.length ?? table.length;
  if (table.length !== rows || table.some((row) => row.length !== columns))
    problems.push({
      path: ['priority_matrix', 'table'],
      message: `It needs ${rows} rows of ${columns} priorities: a row an impact, a column an urgency.`,
    });
  return {matrix: priorityMatrix(impact, urgency, table), problems};
}

function twice(
  path: ConfigProblem['path'],
  levels: readonly (readonly string[])[],
): ConfigProblem[] {
  const words = levels.flat().map((word) => word.trim().toLowerCase());
  const again = words.find((word, index) => words.indexOf(word) !== index);
  if (again === undefined) return [];
  return [{path, message: `"${again}" stands for two levels. Write it once.`}];
}
