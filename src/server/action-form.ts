import {z} from 'zod';
import {UserError} from '../base/user-error.ts';
import type {Catalogue} from '../metrics/catalogue.ts';
import {typedScale} from '../pages/action-forms.ts';
import {actionStatuses, type Action} from '../register/action.ts';
import {
  actionChangeSchema,
  actionCommentSchema,
  actionCreateSchema,
  actionRemedies,
  type ActionChangeRequest,
  type ActionCommentRequest,
  type ActionCreateRequest,
} from './action-request.ts';
import {checkedBody} from './link-request.ts';

/** What a form on an action's page asks for. */
export type ActionForm =
  | {task: 'change'; request: ActionChangeRequest & {version: number}}
  | {task: 'comment'; request: ActionCommentRequest};

const formSchema = z.looseObject({
  task: z.enum([...actionStatuses, 'edit', 'comment'] as const),
  version: z.coerce.number().int().min(1),
});

/**
 * A form's fields as the request that a program sends: forms know texts only, and write shares in per cent.
 * @throws UserError that names the first field that is wrong
 */
export function readActionForm(body: unknown, action: Action, catalogue: Catalogue): ActionForm {
  const remedies = {...actionRemedies, task: 'Use the forms of the action’s page.'};
  const {task, version, ...fields} = checkedBody(formSchema, body, remedies);
  const pack = textOrNull(fields['pack']);
  if (task === 'comment') {
    const {by, text} = fields;
    return {
      task,
      request: checkedBody(actionCommentSchema, {by, text: lines(text), pack}, remedies),
    };
  }
  const {by, reason} = fields;
  const shared = {by, reason: lines(reason), pack, version};
  const asked =
    task === 'edit'
      ? {...planOf(fields, action.metric, catalogue), ...shared}
      : {...shared, status: task};
  return {
    task: 'change',
    request: {...checkedBody(actionChangeSchema, asked, remedies), version},
  };
}

/** The form in which an action is proposed. */
export function readNewActionForm(body: unknown, catalogue: Catalogue): ActionCreateRequest {
  const fields = checkedBody(z.looseObject({}), body, actionRemedies) as Fields;
  const metric = String(fields['metric'] ?? '');
  const asked = {
    ...planOf(fields, metric, catalogue),
    ...{metric, by: fields['by'], pack: textOrNull(fields['pack'])},
    owner: textOrNull(fields['owner']) ?? undefined,
    where: filtersIn([fields['where'] ?? []].flat().map(String)),
    candidate: textOrNull(fields['candidate']),
    origin: {
      kind: textOrNull(fields['originKind']) ?? 'other',
      key: textOrNull(fields['originKey']),
      words: String(fields['originWords'] ?? ''),
      href: textOrNull(fields['originHref']),
    },
  };
  return checkedBody(actionCreateSchema, asked, actionRemedies);
}

type Fields = Record<string, unknown>;

function planOf(fields: Fields, metric: string, catalogue: Catalogue): Fields {
  const known = catalogue.metrics.find(({id}) => id === metric);
  const {factor} = known ? typedScale(known) : {factor: 1};
  const target = numberOrNull(fields['targetValue']);
  const {title, owner, effectOn, baselineFrom, baselineTo, notes} = fields;
  return {
    ...{title, owner, effectOn, baselineFrom, baselineTo},
    notes: lines(notes),
    dueOn: textOrNull(fields['dueOn']),
    targetValue: target === null ? undefined : target / factor,
    effortDays: numberOrNull(fields['effortDays']),
    cost: numberOrNull(fields['cost']),
  };
}

function filtersIn(texts: readonly string[]): {dimension: string; values: string[]}[] {
  const found = new Map<string, string[]>();
  for (const text of texts.filter((each) => each.trim() !== '')) {
    const sign = text.indexOf('=');
    if (sign < 1)
      throw new UserError(
        `“${text.slice(0, 40)}” names no value.`,
        'Write it as dimension=value, such as service=Mail.',
      );
    const name = text.slice(0, sign).trim();
    found.set(name, [...(found.get(name) ?? []), text.slice(sign + 1)]);
  }
  return [...found].map(([dimension, values]) => ({dimension, values}));
}

function textOrNull(value: unknown): string | null {
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? null : text;
}

function numberOrNull(value: unknown): number | null {
  const text = textOrNull(value);
  return text === null ? null : Number(text);
}

/** Browsers end lines with two characters. */
function lines(value: unknown): string {
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : '';
}
