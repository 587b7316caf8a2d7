import {daySoFar, type DaySoFar} from '../metrics/day-so-far.ts';
import {
  heldReasons,
  openMajors,
  unassignedGroups,
  type HeldReason,
  type OpenMajor,
  type UnassignedGroup,
} from '../metrics/queue.ts';
import type {QueueSelection} from '../metrics/queue-set.ts';
import type {PageContext} from './page-context.ts';

interface Answers {
  majors?: Promise<OpenMajor[]>;
  unassigned?: Promise<UnassignedGroup[]>;
  held?: Promise<HeldReason[]>;
  today?: Promise<DaySoFar>;
}

// The headline tells what the tables below it tell; each question is asked once.
const answers = new WeakMap<PageContext, Answers>();

function answersOf(context: PageContext): Answers {
  const known = answers.get(context) ?? {};
  answers.set(context, known);
  return known;
}

function selectionOf({request, catalogue}: PageContext): QueueSelection {
  return {where: request.where, cuttable: catalogue.get('opened')};
}

export function pageMajors(context: PageContext): Promise<OpenMajor[]> {
  return (answersOf(context).majors ??= openMajors(context.session, selectionOf(context)));
}

export function pageUnassigned(context: PageContext): Promise<UnassignedGroup[]> {
  return (answersOf(context).unassigned ??= unassignedGroups(
    context.session,
    selectionOf(context),
  ));
}

export function pageHeld(context: PageContext): Promise<HeldReason[]> {
  return (answersOf(context).held ??= heldReasons(context.session, selectionOf(context)));
}

export function pageToday(context: PageContext, weeks: number): Promise<DaySoFar> {
  const {session, frame} = context;
  return (answersOf(context).today ??= daySoFar(session, selectionOf(context), {frame, weeks}));
}
