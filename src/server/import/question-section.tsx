import {proposeAnyway} from './uploads.ts';
import type {ReviewedUpload} from './reviewed-upload.ts';

/** What only a person can say: first what an import can't do without, then what is worth a look. */
export function QuestionSection(props: ReviewedUpload) {
  const {questions, inspections} = props;
  const {zone, dateOrder, connector, obstacles, others} = questions;
  const warnings = [...new Set(inspections.flatMap((inspection) => inspection.warnings))].filter(
    (warning) => !obstacles.includes(warning),
  );
  const must = [zone, dateOrder, connector].filter(Boolean).length;
  return (
    <>
      {must > 0 && (
        <section id="questions" class="decide" aria-labelledby="questions-title">
          <h2 id="questions-title">
            {must === 1 ? 'One question to answer first' : 'Questions to answer first'}
          </h2>
          <div class="answers">
            {zone && <ZoneQuestion {...props} />}
            {dateOrder && <OrderQuestion {...props} />}
            {connector && <ConnectorQuestion {...props} />}
          </div>
        </section>
      )}
      {obstacles.length > 0 && <Said id="obstacles" title="In the way" items={obstacles} />}
      {others.length > 0 && <Said id="check" title="Please check" items={others} />}
      {warnings.length > 0 && <Said id="notes" title="Noticed" items={warnings} />}
    </>
  );
}

function Said({id, title, items}: {id: string; title: string; items: readonly string[]}) {
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <ul class="said">
        {items.map((text) => (
          <li>{text}</li>
        ))}
      </ul>
    </section>
  );
}

function ZoneQuestion({zone}: ReviewedUpload) {
  return (
    <label class="answer">
      <span>
        <b>In which time zone are the file’s times written?</b> It doesn’t say. Usually it is the
        zone of the person who exported it.
      </span>
      <ZoneSelect zone={zone} />
    </label>
  );
}

/** Zones by name; the one that is known already comes chosen. */
export function ZoneSelect({zone}: {zone: string | null}) {
  const names = ['UTC', ...Intl.supportedValuesOf('timeZone')];
  const all = zone === null || names.includes(zone) ? names : [zone, ...names];
  return (
    <select name="zone">
      <option value="">Choose a zone</option>
      {all.map((name) => (
        <option value={name} selected={name === zone}>
          {name.replaceAll('_', ' ')}
        </option>
      ))}
    </select>
  );
}

function OrderQuestion({upload, inspections}: ReviewedUpload) {
  const example = inspections
    .flatMap(({questions}) => questions)
    .map((question) => /“(\d[^”]*)”/.exec(question)?.[1])
    .find((text) => text !== undefined);
  return (
    <label class="answer">
      <span>
        <b>Does the day or the month come first?</b> The dates can be read both ways
        {example && `, such as ${example}`}.
      </span>
      <OrderSelect order={upload.answers.dateOrder} />
    </label>
  );
}

export function OrderSelect({order}: {order: 'day-first' | 'month-first' | null}) {
  return (
    <select name="dateOrder">
      <option value="">As the file shows</option>
      <option value="day-first" selected={order === 'day-first'}>
        Day first, 31/12
      </option>
      <option value="month-first" selected={order === 'month-first'}>
        Month first, 12/31
      </option>
    </select>
  );
}

function ConnectorQuestion(props: ReviewedUpload) {
  return (
    <label class="answer">
      <span>
        <b>Which tool is it from?</b> Two of those that are known write the same columns.
      </span>
      <ConnectorSelect {...props} />
    </label>
  );
}

export function ConnectorSelect({connectors, upload, inspections}: ReviewedUpload) {
  const {connector} = upload.answers;
  const ids = new Map(connectors.map(({id, title}) => [id, title]));
  for (const {chosen, proposal} of inspections)
    if (connector === chosen.connector && !proposal && !ids.has(chosen.connector))
      ids.set(chosen.connector, 'your mapping');
  return (
    <select name="connector">
      <option value="">As its columns tell</option>
      {[...ids]
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([id, title]) => (
          <option value={id} selected={id === connector}>
            {id === title ? id : `${title} (${id})`}
          </option>
        ))}
      <option value={proposeAnyway} selected={connector === proposeAnyway}>
        None of these: propose a mapping
      </option>
    </select>
  );
}
