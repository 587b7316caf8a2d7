import type {ValuesBlock} from '../values-block.ts';
import {CellContent} from './data-table.tsx';

/** Short lists side by side, each value with its count, bar and share. */
export function ValuesSection({block}: {block: ValuesBlock}) {
  const {id, title, subtitle, groups} = block;
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <p class="sub">{subtitle}</p>
      <div class="value-lists">
        {groups.map((group) => (
          <table>
            <caption>
              {group.title}
              {group.note && <small>{group.note}</small>}
            </caption>
            <thead class="hidden">
              <tr>
                <th scope="col">{group.title}</th>
                <th scope="col">Incidents</th>
              </tr>
            </thead>
            <tbody>
              {group.rows.map(({label, count}) => (
                <tr>
                  <th scope="row">
                    <CellContent cell={label} />
                  </th>
                  <td class="number">
                    <CellContent cell={count} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </section>
  );
}
