import {drawSvg, type DrawContext} from '../../charts/draw.ts';
import {drawnPoints, isLine} from '../../charts/drawn-points.ts';
import type {FigureBlock} from '../figure-block.ts';
import type {KpiRow} from '../kpi-block.ts';
import {t} from '../../wording/t.ts';

/** Widths a figure is drawn at for readers without script; the style sheet shows the one that fits. */
const figureWidths = {desk: 640, narrowDesk: 440, phone: 350} as const;

const sparkWidth = 168;
const wordWidth = 132;

/** Drawn for a desk and for a phone, because scaled-down text can't be read; rows ride along for the script. */
export function FigureChart({block, isNarrow}: {block: FigureBlock; isNarrow: boolean}) {
  const {data, unit, target, range, ariaLabel} = block;
  if (data.rows.length === 0) return <p class="none">{t`Nothing to draw in this period.`}</p>;
  if (isLine(data) && drawnPoints(data) === 1)
    return <p class="none">{t`A line takes two values.`}</p>;
  const context = {unit, target, range, ariaLabel};
  const desk = isNarrow ? figureWidths.narrowDesk : figureWidths.desk;
  const rows = {data, unit, target, range, ariaLabel};
  return (
    <div class="drawing" data-figure={block.id}>
      <Drawing name="on-desk" data={data} context={{...context, width: desk}} />
      <Drawing name="on-phone" data={data} context={{...context, width: figureWidths.phone}} />
      <script
        type="application/json"
        class="figure-data"
        dangerouslySetInnerHTML={{__html: embedJson(rows)}}
      />
    </div>
  );
}

export function Sparkline({row}: {row: KpiRow}) {
  if (row.spark.length === 0) return null;
  const context: DrawContext = {
    unit: row.unit,
    range: row.range,
    ariaLabel: t`${row.label}, ${row.spark.length} periods`,
    width: sparkWidth,
  };
  return (
    <Drawing name="sparkline" data={{chart: 'sparkline', rows: row.spark}} context={context} />
  );
}

/** A trend in a cell of a table. */
export function WordSized({rows, label}: {rows: KpiRow['spark']; label: string}) {
  const context: DrawContext = {unit: 'count', ariaLabel: label, width: wordWidth};
  return <Drawing name="sparkline word" data={{chart: 'sparkline', rows}} context={context} />;
}

interface DrawingProps {
  name: string;
  data: FigureBlock['data'];
  context: DrawContext;
}

function Drawing({name, data, context}: DrawingProps) {
  return <div class={name} dangerouslySetInnerHTML={{__html: drawSvg(data, context)}} />;
}

/** JSON that can't end its script element early. */
function embedJson(value: unknown): string {
  return JSON.stringify(value)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028');
}
