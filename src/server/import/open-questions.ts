import type {Inspection} from '../../import/inspect.ts';

/** What an import can't do without, as a form can ask it. */
export interface OpenQuestions {
  /** Local times in no stated zone. */
  zone: boolean;
  /** Days and months that nothing tells apart. */
  dateOrder: boolean;
  /** Two connectors know the same columns. */
  connector: boolean;
  /** What no answer helps with: the export itself lacks something. */
  obstacles: string[];
  /** Worth a look; the import goes on without. */
  others: string[];
}

/** Questions say which option of the command line answers them; a form has a list for each of those. */
export function openQuestions(
  inspections: readonly Inspection[],
  {isZoneStated, isOrderStated}: {isZoneStated: boolean; isOrderStated: boolean},
): OpenQuestions {
  const questions = inspections.flatMap((inspection) => inspection.questions);
  const answers = (option: string) => questions.some((question) => question.includes(option));
  return {
    zone: !isZoneStated && answers('--timezone'),
    // A proposal goes on asking, as it would be edited; the import takes the answer.
    dateOrder: !isOrderStated && answers('--date-order'),
    connector: answers('--connector'),
    obstacles: inspections.flatMap(({proposal}) => proposal?.obstacles ?? []),
    others: questions.filter((question) => !/--(timezone|date-order|connector)/.test(question)),
  };
}

/** Whether something must be answered or put right first. */
export function isBlocked({zone, dateOrder, connector, obstacles}: OpenQuestions): boolean {
  return zone || dateOrder || connector || obstacles.length > 0;
}
