import type {KpiBlock, KpiRow} from '../kpi-block.ts';
import {Actions} from './actions.tsx';
import {Sparkline} from './chart.tsx';
import {SignalMark} from './signal-mark.tsx';
import {t} from '../../wording/t.ts';
import {formatNumber, intervalLabel} from '../../charts/format.ts';

/**
 * A row a metric: value, interval, n, target, verdicts in words and its history.
 * The roles are spelled out because a phone lays the rows out as a grid, which drops a table's own.
 */
export function KpiTable({block}: {block: KpiBlock}) {
  return (
    <section id={block.id} aria-labelledby={`${block.id}-title`}>
      <h2 id={`${block.id}-title`}>{block.title}</h2>
      <table class="kpis" role="table" aria-labelledby={`${block.id}-title`}>
        <KpiHead block={block} />
        <tbody role="rowgroup">
          {block.rows.map((row) => (
            <KpiLine row={row} />
          ))}
        </tbody>
      </table>
      <p class="foot">{block.note}</p>
      <Actions downloads={block.downloads} />
    </section>
  );
}

function KpiHead({block}: {block: KpiBlock}) {
  const headings: [string, string][] = [
    [t`Metric`, 'label'],
    [block.valueHeading, 'value number'],
    [block.beforeHeading, 'before number'],
    [intervalLabel(), 'interval number'],
    ['n', 'n number'],
    [t`Target`, 'target number'],
    [t`Signal`, 'verdict'],
    [t`Against target`, 'assurance'],
    [block.sparkHeading, 'spark'],
  ];
  return (
    <thead role="rowgroup">
      <tr role="row">
        {headings.map(([text, name]) => (
          <th role="columnheader" scope="col" class={name}>
            {text}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function KpiLine({row}: {row: KpiRow}) {
  const isNumber = row.value !== null && /^\D{0,2}\d/.test(row.valueText);
  return (
    <tr role="row">
      <th role="rowheader" scope="row" class="label">
        <a href={row.definitionHref}>{row.label}</a>
      </th>
      <td role="cell" class={isNumber ? 'value number' : 'value number is-words'}>
        <a href={row.href}>{row.valueText}</a>
        {row.detailText && <small>{row.detailText}</small>}
      </td>
      <td role="cell" class="before number">
        {row.beforeText}
      </td>
      <td role="cell" class="interval number">
        {row.intervalText}
      </td>
      <td role="cell" class="n number">
        {formatNumber(row.n)}
      </td>
      <td role="cell" class="target number" data-label={t`Target`}>
        {row.targetText}
      </td>
      <td role="cell" class="verdict">
        <SignalMark signal={row.signal} text={row.signalText} />
      </td>
      <td role="cell" class="assurance">
        {row.assuranceText}
      </td>
      <td role="cell" class="spark">
        <Sparkline row={row} />
      </td>
    </tr>
  );
}
