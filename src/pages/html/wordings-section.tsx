import type {WordingsBlock} from '../wordings-block.ts';
import {CellContent} from './data-table.tsx';
import {DecisionFields} from './decision-fold.tsx';
import {MarkedWords} from './marked-words.tsx';

type Row = WordingsBlock['rows'][number];

/** How a candidate is worded; chosen wordings are split off by a plain form. */
export function WordingsSection({block}: {block: WordingsBlock}) {
  const {id, title, subtitle, form, action} = block;
  const canSplit = form !== null;
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <p class="sub">{subtitle}</p>
      <form method="post" action={action} aria-labelledby={`${id}-title`}>
        <input type="hidden" name="task" value="split" />
        <WordingTable block={block} canSplit={canSplit} />
        {form && (
          <details class="decide-by" data-key="s" data-task="split">
            <summary>{form.summary}</summary>
            <div class="fields">
              <p>{form.explanation}</p>
              <DecisionFields fields={form.fields} />
              <button type="submit">{form.submit}</button>
            </div>
          </details>
        )}
      </form>
    </section>
  );
}

function WordingTable({block, canSplit}: {block: WordingsBlock; canSplit: boolean}) {
  return (
    <table class="wordings">
      <thead>
        <tr>
          <th scope="col">Wording</th>
          <th scope="col" class="number">
            Incidents
          </th>
          <th scope="col" class="number detail">
            Typical
          </th>
          <th scope="col" class="detail">
            Seen
          </th>
        </tr>
      </thead>
      <tbody>
        {block.rows.map((row) => (
          <tr>
            <th scope="row">
              <Wording row={row} canSplit={canSplit} />
            </th>
            <td class="number">
              <CellContent cell={row.count} />
            </td>
            <td class="number detail">
              <CellContent cell={row.typicality} />
            </td>
            <td class="detail">{row.seen}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Wording({row: {key, wording, state}, canSplit}: {row: Row; canSplit: boolean}) {
  const words = <MarkedWords runs={wording} />;
  if (state !== null) {
    return (
      <>
        {words}
        <small>{state}</small>
      </>
    );
  }
  if (!canSplit) return words;
  return (
    <label>
      <input type="checkbox" name="wordings" value={key} />
      <span>{words}</span>
    </label>
  );
}
