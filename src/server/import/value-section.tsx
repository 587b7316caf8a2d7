import type {MappedValue} from '../../import/inspect-fields.ts';
import type {Inspection} from '../../import/inspect.ts';
import {counted} from '../../pages/headline-sentence.ts';
import {canonicalValues, meaningCode, unknownValue} from './canonical-values.ts';
import {fieldLabel} from './field-label.ts';
import {fitted} from './wording.ts';

/** Each status, priority and type of a file with what it is taken to mean. */
export function ValueSection({inspection, table}: {inspection: Inspection; table: number}) {
  const values = inspection.mappedValues
    .map((mapped, index) => ({...mapped, index}))
    .filter(({field}) => canonicalValues(field).length > 0);
  const fields = [...new Set(values.map(({field}) => field))];
  if (fields.length === 0) return null;
  const unknown = values.filter(({meaning}) => meaning === null).length;
  const id = `t${table}-values`;
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        {unknown === 0
          ? 'What the values mean'
          : `${counted(unknown, 'value')} nobody has explained yet`}
      </h2>
      <p class="sub">What is not known is kept, counted as unknown and shown: never guessed</p>
      <div class="values">
        {fields.map((field) => (
          <table class="mapping">
            <thead>
              <tr>
                <th scope="col">{fieldLabel(field)}</th>
                <th scope="col" class="number">
                  Rows
                </th>
                <th scope="col">Means</th>
              </tr>
            </thead>
            <tbody>
              {values
                .filter((value) => value.field === field)
                .map((value) => (
                  <ValueRow value={value} name={`t${table}.value.${value.index}`} />
                ))}
            </tbody>
          </table>
        ))}
      </div>
    </section>
  );
}

function ValueRow({value, name}: {value: MappedValue; name: string}) {
  const code = meaningCode(value);
  const offered = canonicalValues(value.field);
  const isOffered = offered.some((each) => each.code === code);
  return (
    <tr>
      <th scope="row">{fitted(value.value, 60)}</th>
      <td class="number">{value.rowCount.toLocaleString('en-GB')}</td>
      <td class={code === unknownValue.code ? 'from is-unknown' : 'from'}>
        <select name={name} aria-label={`What ${value.value} means`}>
          {!isOffered && (
            <option value={code} selected>
              {code.replace('.stops', ', clock stops').replaceAll('_', ' ')}
            </option>
          )}
          {offered.map((each) => (
            <option value={each.code} selected={each.code === code}>
              {each.label}
            </option>
          ))}
        </select>
      </td>
    </tr>
  );
}
