import type {TapeBlock, TapeLane} from '../tape-block.ts';
import {Actions} from './actions.tsx';
import {Facts} from './facts.tsx';

/** The clock tape: what an incident's time was made of. Lengths are shares, so it fits any width. */
export function TapeSection({block}: {block: TapeBlock}) {
  return (
    <figure id={block.id} class="figure tape" aria-labelledby={`${block.id}-title`}>
      <figcaption>
        <h2 id={`${block.id}-title`}>{block.title}</h2>
        <p class="sub">{block.subtitle}</p>
      </figcaption>
      {block.lanes.map((lane) => (
        <Lane lane={lane} />
      ))}
      <Axis marks={block.marks} />
      <p class="foot">
        <Facts facts={block.note} />
      </p>
      <Actions table={block.table} caption={block.title} />
    </figure>
  );
}

/** Else a stretch of minutes in months couldn't be seen. */
const shortest = 0.002;

function Lane({lane}: {lane: TapeLane}) {
  return (
    <div class="lane">
      <p>{lane.label}</p>
      <svg width="100%" height="22" role="img" aria-label={laneText(lane)}>
        {lane.spans.map((span) => (
          <svg
            x={percent(span.from)}
            width={percent(Math.max(span.to - span.from, shortest))}
            height="22"
          >
            <rect class={`span ${span.tone}`} width="100%" height="22">
              <title>{span.title}</title>
            </rect>
            {span.to - span.from > 0.1 && (
              <text class={`span-text ${span.tone}`} x="6" y="15">
                {span.text}
              </text>
            )}
          </svg>
        ))}
      </svg>
    </div>
  );
}

function Axis({marks}: {marks: TapeBlock['marks']}) {
  return (
    <div class="lane axis">
      <p></p>
      <svg width="100%" height="20" aria-hidden="true">
        {marks.map(({at, label}) => (
          <>
            <line x1={percent(at)} x2={percent(at)} y2="4" />
            <text x={percent(at)} y="15" text-anchor={anchor(at)}>
              {label}
            </text>
          </>
        ))}
      </svg>
    </div>
  );
}

/** As many stretches as can be listened to; all of them stand in the table. */
const mostTold = 12;

function laneText({label, spans}: TapeLane): string {
  const told = spans.slice(0, mostTold).map(({title}) => title);
  const rest = spans.length - told.length;
  return `${label}: ${[...told, ...(rest > 0 ? [`${rest} more`] : [])].join('; ')}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}

function anchor(at: number): 'start' | 'middle' | 'end' {
  if (at < 0.08) return 'start';
  return at > 0.92 ? 'end' : 'middle';
}
