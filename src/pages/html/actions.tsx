import type {ComponentChildren} from 'preact';
import {definitionHref} from '../link.ts';
import type {FigureBlock} from '../figure-block.ts';
import type {ResolvedTable} from '../resolved-table.ts';
import type {Download} from '../table-block.ts';
import {DataTable} from './data-table.tsx';
import {t} from '../../wording/t.ts';

interface ActionsProps {
  /** Behind a fold, where the figure isn't a table itself. */
  table?: ResolvedTable;
  caption?: string;
  question?: string;
  definitions?: FigureBlock['definitions'];
  downloads?: readonly Download[];
}

/** Under every figure: its numbers, its definitions and its downloads. */
export function Actions(props: ActionsProps) {
  const {table, caption, question, definitions = [], downloads = []} = props;
  if (!table && definitions.length === 0 && downloads.length === 0) return null;
  const single = downloads.filter(({of}) => of === undefined);
  const several = downloads.filter(({of}) => of !== undefined);
  return (
    <div class="actions">
      {table && (
        <Fold summary={t`Table`}>
          <DataTable table={table} caption={caption ?? ''} isCaptionHidden />
        </Fold>
      )}
      {definitions.length > 0 && (
        <Fold summary={t`How it is counted`}>
          {question && <p class="question">{question}</p>}
          <dl class="definitions">
            {definitions.map(({id, label, definition}) => (
              <>
                <dt>
                  <a href={definitionHref(id)}>{label}</a>
                </dt>
                <dd>{definition}</dd>
              </>
            ))}
          </dl>
        </Fold>
      )}
      {single.map(({label, href}) => (
        <a href={href} download>
          {label}
        </a>
      ))}
      {several.length > 0 && (
        <Fold summary="CSV">
          <ul class="files">
            {several.map(({href, of}) => (
              <li>
                <a href={href} download>
                  {of}
                </a>
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </div>
  );
}

function Fold({summary, children}: {summary: string; children: ComponentChildren}) {
  return (
    <details>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
