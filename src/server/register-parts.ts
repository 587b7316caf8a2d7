import {action, newAction} from '../../dashboards/action.ts';
import {improvement} from '../../dashboards/improvement.ts';
import {incident} from '../../dashboards/incident.ts';
import {incidents} from '../../dashboards/incidents.ts';
import {monthly} from '../../dashboards/monthly.ts';
import {problem} from '../../dashboards/problem.ts';
import {problems} from '../../dashboards/problems.ts';
import {weekly} from '../../dashboards/weekly.ts';
import type {Workspace} from '../config/workspace.ts';
import {readActionRegister} from '../pages/action-register.ts';
import type {PageRequest, PageSource} from '../pages/page-context.ts';
import type {Page} from '../pages/page.ts';
import {candidateNumber} from '../problems/candidate.ts';
import {actionNumber} from '../register/action-number.ts';
import type {PackReference} from '../register/action.ts';
import {readDecisions} from '../register/candidate-decisions.ts';
import {readCandidateHistory} from '../register/candidate-history.ts';
import {readCandidateEdits} from '../register/candidate-edits.ts';
import {readSavedViews} from '../register/saved-views.ts';
import {readStruckLinks} from '../register/struck-links.ts';

/** What people decided, as far as a page shows it. */
type Decided = Partial<
  Pick<
    PageSource,
    'struckLinks' | 'decisions' | 'candidateEdits' | 'candidateHistory' | 'savedViews' | 'register'
  >
>;

type ReadDecided = (
  workspace: Workspace,
  of: {request: PageRequest; packs: readonly PackReference[]},
) => Promise<Decided>;

const readReview: ReadDecided = async (workspace) => ({
  decisions: await readDecisions(workspace),
  register: await readActionRegister(workspace),
});

const readImprovement: ReadDecided = async (workspace, {request, packs}) => {
  const actionNo = request.action == null ? undefined : actionNumber(request.action);
  return {
    decisions: await readDecisions(workspace),
    register: await readActionRegister(workspace, {actionNo, packs}),
  };
};

const readOneCandidate: ReadDecided = async (workspace, {request}) => ({
  decisions: await readDecisions(workspace),
  candidateEdits: await readCandidateEdits(workspace),
  candidateHistory: await readCandidateHistory(workspace, candidateNumber(request.candidate ?? '')),
});

/** What of the register a page is made from; it changes between builds. */
export const registerParts: ReadonlyMap<Page, ReadDecided> = new Map<Page, ReadDecided>([
  [weekly, readReview],
  [monthly, readReview],
  [improvement, async (workspace) => ({register: await readActionRegister(workspace)})],
  [action, readImprovement],
  [newAction, readImprovement],
  [incident, async (workspace) => ({struckLinks: await readStruckLinks(workspace)})],
  [incidents, async (workspace) => ({savedViews: await readSavedViews(workspace)})],
  [problems, async (workspace) => ({decisions: await readDecisions(workspace)})],
  [problem, readOneCandidate],
]);
