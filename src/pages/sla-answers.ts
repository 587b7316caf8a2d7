import {slaAtRisk, type SlaAtRisk} from '../metrics/sla-at-risk.ts';
import {slaComparison, type SlaComparison} from '../metrics/sla-comparison.ts';
import {slaCompliance, type ComplianceRow} from '../metrics/sla-compliance.ts';
import type {SlaSelection} from '../metrics/sla-incidents.ts';
import {parseMoment} from '../metrics/sla-moment.ts';
import type {PageContext} from './page-context.ts';

interface Answers {
  atRisk?: Promise<SlaAtRisk>;
  compliance?: Promise<ComplianceRow[]>;
  comparison?: Promise<SlaComparison>;
}

// Several blocks of one page tell the same answer; it is asked for once.
const answers = new WeakMap<PageContext, Answers>();

function answersOf(context: PageContext): Answers {
  const known = answers.get(context) ?? {};
  answers.set(context, known);
  return known;
}

/** The page's days and filters, as SLA questions take them. */
export function slaSelection({period, request, catalogue}: PageContext): SlaSelection {
  return {
    where: request.where,
    from: period?.from ?? null,
    to: period?.to ?? null,
    cuttable: catalogue.get('sla_resolution'),
  };
}

/** Running clocks at the moment the address names, by default the data's own now. */
export function pageAtRisk(context: PageContext): Promise<SlaAtRisk> {
  const known = answersOf(context);
  return (known.atRisk ??= readAtRisk(context));
}

async function readAtRisk(context: PageContext): Promise<SlaAtRisk> {
  const {session, request, frame, catalogue} = context;
  const text = request.choices?.at;
  return slaAtRisk(session, {
    at: text === undefined ? null : parseMoment(text, frame.zone),
    where: request.where,
    cuttable: catalogue.get('sla_resolution'),
    mostClocks: mostDue,
  });
}

/** As many as a table of the page may show. */
const mostDue = 100;

export function pageCompliance(context: PageContext): Promise<ComplianceRow[]> {
  const known = answersOf(context);
  return (known.compliance ??= slaCompliance(context.session, slaSelection(context)));
}

export function pageComparison(context: PageContext): Promise<SlaComparison> {
  const known = answersOf(context);
  return (known.comparison ??= slaComparison(context.session, slaSelection(context)));
}
