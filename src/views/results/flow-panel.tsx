import { type KeyboardEvent, useId, useState } from 'react';
import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { number, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { nameOf } from '#i18n/record-words';
import { PLACES, type RankFlow } from './rank-flow.ts';

const STEP = 30;
const NAMES = 165;
/** What fits beside the lines. */
const MOST_LETTERS = 23;
const TOP = 34;
const GAP = 90;
/** Of many cuts, between which as many dates find room. */
const NARROW = 66;
const MANY = 8;

/** Ranks from one set of links to the next, as lines: who rises and who falls when weaker links no longer count, or as time goes by. */
export function FlowPanel({
  state,
  figure,
  selected,
  onSelect,
}: {
  state: CaseState;
  figure: RankFlow;
  selected: readonly Id[];
  onSelect: (ids: readonly Id[]) => void;
}) {
  const t = useT();
  const base = useId();
  const [active, setActive] = useState(0);
  const rows = figure.rows.filter((r) => r.cells.some((c) => c.rank !== undefined && c.rank <= PLACES));
  const here = rows[Math.min(active, rows.length - 1)];
  const chosen = new Set(selected);
  const places = placesOf(rows, figure.cuts.length);
  const gap = figure.cuts.length > MANY ? NARROW : GAP;
  const x = (cut: number) => NAMES + cut * gap;
  const y = (place: number) => TOP + (Math.min(place, PLACES + 1) - 1) * STEP;
  const width = NAMES * 2 + (figure.cuts.length - 1) * gap;
  const height = TOP + PLACES * STEP + 20;
  const name = (id: Id) => nameOf(state.entity(id));
  const short = (id: Id) => {
    const letters = [...name(id)];
    return letters.length > MOST_LETTERS ? `${letters.slice(0, MOST_LETTERS - 1).join('')}…` : letters.join('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setActive(Math.max(0, Math.min(rows.length - 1, active + step)));
    else if ((event.key === 'Enter' || event.key === ' ') && here) onSelect([here.id]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <div
        className="flow"
        role="listbox"
        tabIndex={0}
        aria-label={t('results.flow.label', { measure: tDynamic(`measure.${figure.measure}.name`) })}
        aria-description={figure.keys}
        aria-activedescendant={here && `${base}${here.id}`}
        onKeyDown={onKeyDown}
      >
        <svg role="presentation" width={width} height={height}>
          {figure.cuts.map((cut, i) => (
            <text key={cut.id} x={x(i)} y={14} textAnchor="middle" className="flow-head">
              {cut.short}
            </text>
          ))}
          {rows.map((r, at) => {
            const line = places[at]!;
            // From beyond the foot to beyond the foot nothing is drawn.
            const path = line
              .map((p, i) => {
                const drawn = i > 0 && (p <= PLACES || line[i - 1]! <= PLACES);
                return `${drawn ? 'L' : 'M'}${x(i)} ${y(p)}`;
              })
              .join('');
            const mark = `flow-line${chosen.has(r.id) ? ' selected' : ''}${r.id === here?.id ? ' here' : ''}`;
            return (
              // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names this one by aria-activedescendant.
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the list.
              <g
                key={r.id}
                id={`${base}${r.id}`}
                role="option"
                aria-selected={chosen.has(r.id)}
                aria-label={`${name(r.id)}: ${r.cells.map((c, i) => `${figure.cuts[i]!.full} ${c.rank === undefined ? '–' : number(c.rank)}`).join(', ')}`}
                className={mark}
                onClick={() => {
                  setActive(at);
                  onSelect([r.id]);
                }}
              >
                <title>{name(r.id)}</title>
                <path className="flow-catch" d={path} />
                <path d={path} />
                {line.map((p, i) => p <= PLACES && <circle key={figure.cuts[i]!.id} cx={x(i)} cy={y(p)} r={4} />)}
              </g>
            );
          })}
          {/* Names stand apart from the lines: each line has a name of its own, with all its ranks. */}
          {rows.map((r, at) => {
            const line = places[at]!;
            const last = line.length - 1;
            // Who comes and goes between the two ends is named where the line first stands.
            const between = line[0]! > PLACES && line[last]! > PLACES ? line.findIndex((p) => p <= PLACES) : -1;
            return (
              <g key={r.id} className={chosen.has(r.id) ? 'flow-name selected' : 'flow-name'}>
                {line[0]! <= PLACES && (
                  <text x={x(0) - 10} y={y(line[0]!) + 4} textAnchor="end">
                    {`${short(r.id)}  ${r.cells[0]?.rank ?? ''}`}
                  </text>
                )}
                {between > 0 && (
                  <text x={x(between)} y={y(line[between]!) - 8} textAnchor="middle">
                    {short(r.id)}
                  </text>
                )}
                {last > 0 && line[last]! <= PLACES && (
                  <text x={x(last) + 10} y={y(line[last]!) + 4}>
                    {`${r.cells[last]?.rank ?? ''}  ${short(r.id)}`}
                  </text>
                )}
              </g>
            );
          })}
        </svg>
      </div>
      <p className="results-legend">{figure.legend}</p>
    </>
  );
}

/** Places by cut, one to each: equals stand one below the other, in the order of the table. */
export function placesOf(rows: RankFlow['rows'], cuts: number): readonly (readonly number[])[] {
  const places = rows.map(() => new Array<number>(cuts).fill(Number.POSITIVE_INFINITY));
  for (let cut = 0; cut < cuts; cut++) {
    const ranked = rows
      .map((r, at) => ({ at, rank: r.cells[cut]?.rank }))
      .filter((r) => r.rank !== undefined)
      .sort((a, b) => a.rank! - b.rank! || a.at - b.at);
    let next = 0;
    for (const { at, rank } of ranked) {
      next = Math.max(next + 1, rank!);
      places[at]![cut] = next;
    }
  }
  return places;
}
