import {formatValue} from '../charts/format.ts';
import {formatDayRange, formatPeriod} from '../charts/format-period.ts';
import {proposeMeasure, type ProposedMeasure} from '../improvement/propose-action.ts';
import {candidateNumber} from '../problems/candidate.ts';
import {candidateName} from '../register/candidate-decisions.ts';
import {readCandidate} from '../problems/read-candidate.ts';
import type {ActionOrigin} from '../register/action.ts';
import {noActions} from './action-register.ts';
import {field, metricField, packField, planFields} from './action-forms.ts';
import {segmentText} from './action-words.ts';
import {nameField} from './decision-fields.ts';
import type {DecisionField} from './decision-form.ts';
import {findingsOf} from './findings-of.ts';
import {candidateHref, incidentsHref} from './link.ts';
import type {PageContext} from './page-context.ts';
import type {ProposalRequest} from './proposal-request.ts';
import type {WriteBlock} from './decision-block.ts';
import type {Fact} from './fact.ts';

interface Draft {
  title: string;
  owner: string;
  measure: ProposedMeasure | null;
  origin: ActionOrigin;
  state: Fact[];
}

/** A new action, filled in from what it was proposed on. */
export async function resolveActionForm(context: PageContext, id: string): Promise<WriteBlock> {
  const draft = await draftOf(context);
  const {origin} = draft;
  return {
    ...{kind: 'write', id, action: '/improvement', submit: 'Propose it'},
    title: origin.kind === 'other' ? 'Write an action down' : 'Propose an action',
    state: draft.state,
    hidden: [
      ['originKind', origin.kind],
      ['originKey', origin.key ?? ''],
      ['originWords', origin.words],
      ['originHref', origin.href ?? ''],
      ...(draft.measure === null ? [] : hiddenMeasure(draft.measure)),
    ],
    fields: await fieldsOf(context, draft),
  };
}

function hiddenMeasure({metric, candidateNo, where}: ProposedMeasure): [string, string][] {
  return [
    ['metric', metric],
    ['candidate', candidateNo === null ? '' : candidateName(candidateNo)],
    ...where.flatMap(({dimension, values}) =>
      values.map((value): [string, string] => ['where', `${dimension}=${value}`]),
    ),
  ];
}

/** What is to be done comes first; by what it is measured is asked where nothing says so already. */
async function fieldsOf(
  {session, catalogue, frame, register = noActions}: PageContext,
  {title, owner, measure}: Draft,
): Promise<DecisionField[]> {
  const anyMeasure = {metric: 'sla_resolution', where: []};
  const plan = measure ?? {
    ...(await proposeMeasure(session, catalogue, anyMeasure)),
    targetValue: null,
  };
  const [what, who, ...others] = planFields(
    {
      ...{title, owner, notes: '', effortDays: null, cost: null},
      ...{...plan, targetValue: plan.targetValue ?? NaN},
      effectOn: plan.effectOn < frame.asOfOn ? frame.asOfOn : plan.effectOn,
    },
    measure === null ? null : catalogue.get(measure.metric),
  );
  return [
    nameField,
    ...(what ? [what] : []),
    ...(measure === null
      ? [metricField(catalogue), field('where', 'Only, such as service=Mail')]
      : []),
    ...(who ? [{...who, isRequired: false, label: 'Owner (else you)'}] : []),
    ...others,
    ...packField(register.packs),
  ];
}

async function draftOf(context: PageContext): Promise<Draft> {
  const asked = context.request.proposal ?? null;
  if (asked?.finding) return findingDraft(context, asked, asked.finding);
  if (asked?.candidate) return candidateDraft(context, asked.candidate);
  if (asked?.metric) return figureDraft(context, asked, asked.metric);
  return emptyDraft([
    {
      text: 'Say what is to be done and which figure shall move; the baseline is read from the data.',
    },
  ]);
}

function emptyDraft(state: Fact[]): Draft {
  return {
    ...{title: '', owner: '', measure: null, state},
    origin: {kind: 'other', key: null, words: '', href: null, pack: null},
  };
}

async function findingDraft(
  context: PageContext,
  {period}: ProposalRequest,
  key: string,
): Promise<Draft> {
  const found = (await findingsOf(context, period)).find((each) => each.key === key);
  const gone = `The finding is no longer told${period ? ` for ${formatPeriod(period)}` : ''}: figures have moved since, or it was of another build. `;
  if (!found) return emptyDraft([{text: gone}, {text: 'Write the action down from scratch.'}]);
  const {proposal, title, text, suggestion} = found;
  const words = `${title}. ${text.map((piece) => piece.text).join('')}`.trim().slice(0, 500);
  const href = incidentsHref(found.metric, {period: found.period, where: found.where});
  const origin: ActionOrigin = {kind: 'finding', key, words, href, pack: null};
  const usual = await proposeMeasure(context.session, context.catalogue, {
    metric: proposal?.metric ?? found.metric,
    where: proposal?.where ?? found.where,
  });
  const measure = proposal
    ? {
        ...usual,
        ...{baselineFrom: proposal.baseline.from, baselineTo: proposal.baseline.to},
        ...{baselineValue: proposal.baseline.value, targetValue: proposal.target},
      }
    : usual;
  return {
    ...{title: proposal?.title ?? suggestion, owner: '', origin, measure},
    state: [{text: words, href}, {text: `. `}, ...measureFacts(context, measure)],
  };
}

async function candidateDraft(context: PageContext, name: string): Promise<Draft> {
  const {session, catalogue, decisions = []} = context;
  const candidateNo = candidateNumber(name);
  const {candidate} = await readCandidate(session, candidateNo, decisions);
  const measure = await proposeMeasure(session, catalogue, {
    ...{metric: 'opened', where: [], candidateNo},
  });
  const words = `${candidate.name} ${candidate.label}: ${candidate.windowCount} incidents in ${candidate.windowWeeks} weeks`;
  const href = candidateHref(candidate.name);
  return {
    title: `Remove the cause of ${candidate.name} ${candidate.label}`.slice(0, 200),
    owner: candidate.assignmentGroup ?? '',
    origin: {kind: 'candidate', key: candidate.name, words, href, pack: null},
    measure,
    state: [{text: words, href}, {text: '. '}, ...measureFacts(context, measure)],
  };
}

async function figureDraft(
  context: PageContext,
  {period, where}: ProposalRequest,
  id: string,
): Promise<Draft> {
  const metric = context.catalogue.get(id);
  const measure = await proposeMeasure(context.session, context.catalogue, {metric: id, where});
  const segment = segmentText({where, candidateNo: null});
  const words = `${metric.label}, ${segment}${period ? `, ${formatPeriod(period)}` : ''}`;
  const href = incidentsHref(id, {period, where});
  return {
    ...{title: '', owner: '', measure},
    origin: {kind: 'figure', key: id, words, href, pack: null},
    state: [{text: words, href}, {text: '. '}, ...measureFacts(context, measure)],
  };
}

function measureFacts({catalogue}: PageContext, measure: ProposedMeasure): Fact[] {
  const {metric: id, baselineValue, baselineFrom, baselineTo, candidateNo} = measure;
  const metric = catalogue.get(id);
  const days = formatDayRange(baselineFrom, baselineTo);
  if (baselineValue === null)
    return [{text: `${metric.label} has nothing to compare with in ${days}: choose other days.`}];
  const value = formatValue(baselineValue, metric.unit);
  const was = candidateNo === null ? `${metric.label}: ${value}` : `${value} of its incidents`;
  return [{text: `It is compared with ${days}. ${was} then.`}];
}
