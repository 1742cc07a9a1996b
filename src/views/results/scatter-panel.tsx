import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { number } from '#i18n/index';
import { useT } from '#i18n/react';
import { nameOf } from '#i18n/record-words';
import { EmptyState, Select } from '#ui/controls/index';
import { type FigureColumn, type FigureTable, figureText } from '../figure-table.ts';
import { type Frame, MARGIN, median, type Point, placeLabels, scales, standOuts } from './scatter-layout.ts';

/** Points that can be told apart, and drawn at once; more are left out from the end of the ranking, and counted. */
const MOST_POINTS = 2000;
/** About the width of a letter at 11 px. */
const LETTER = 6.2;

function useFrame() {
  const box = useRef<HTMLDivElement>(null);
  const [frame, setFrame] = useState<Frame>({ width: 600, height: 360 });
  useLayoutEffect(() => {
    const watch = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const { width, height } = entry.contentRect;
      setFrame({ width: Math.max(240, width), height: Math.max(160, height) });
    });
    watch.observe(box.current!);
    return () => watch.disconnect();
  }, []);
  return { box, frame };
}

/** Two measures against each other: those with few of the one and much of the other stand at the upper left. */
export function ScatterPanel({
  state,
  table,
  selected,
  onSelect,
}: {
  state: CaseState;
  table: FigureTable;
  selected: readonly Id[];
  onSelect: (ids: readonly Id[]) => void;
}) {
  const t = useT();
  const [main, ...others] = table.columns;
  const [wanted, setWanted] = useState<number>();
  const across = (wanted === undefined ? undefined : others[wanted]) ?? others.find((c) => !c.comparable) ?? others[0];
  if (!across) return <EmptyState title={t('results.scatter.one')}>{t('results.scatter.one.body')}</EmptyState>;
  return (
    <>
      {others.length > 1 && (
        <div className="results-columns">
          <Select
            side
            label={t('results.scatter.across')}
            value={String(others.indexOf(across))}
            onChange={(at) => setWanted(Number(at))}
            options={others.map((c, i) => ({ value: String(i), label: c.title }))}
          />
        </div>
      )}
      <Plot state={state} up={main} across={across} selected={selected} onSelect={onSelect} />
    </>
  );
}

function Plot({
  state,
  up,
  across,
  selected,
  onSelect,
}: {
  state: CaseState;
  up: FigureColumn;
  across: FigureColumn;
  selected: readonly Id[];
  onSelect: (ids: readonly Id[]) => void;
}) {
  const t = useT();
  const base = useId();
  const { box, frame } = useFrame();
  const [active, setActive] = useState(0);
  const all = useMemo(
    () =>
      [...up.rows.values()].flatMap((r): Point[] => {
        const x = across.rows.get(r.id)?.value;
        return r.value === undefined || x === undefined ? [] : [{ id: r.id, x, y: r.value }];
      }),
    [up, across],
  );
  const points = all.slice(0, MOST_POINTS);
  const out = useMemo(() => standOuts(all.slice(0, MOST_POINTS)), [all]);
  if (points.length === 0)
    return <EmptyState title={t('results.scatter.none')}>{t('results.scatter.none.body')}</EmptyState>;
  const scale = scales(points, frame);
  const chosen = new Set(selected);
  const name = (id: Id) => nameOf(state.entity(id));
  const at = new Map(points.map((p) => [p.id, p]));
  const here = points[Math.min(active, points.length - 1)]!;
  const named = [...new Set([here.id, ...selected.filter((id) => at.has(id)).slice(0, 20), ...out])];
  const labels = placeLabels(
    named.map((id) => {
      const p = at.get(id)!;
      return { id, x: scale.x(p.x), y: scale.y(p.y), width: name(id).length * LETTER };
    }),
    frame,
  );
  const [midX, midY] = [scale.x(median(points.map((p) => p.x))), scale.y(median(points.map((p) => p.y)))];
  const choose = (id: Id, add: boolean) =>
    onSelect(add ? (chosen.has(id) ? selected.filter((s) => s !== id) : [...selected, id]) : [id]);
  const onKeyDown = (event: KeyboardEvent) => {
    const last = points.length - 1;
    const to: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowRight: active + 1,
      ArrowUp: active - 1,
      ArrowLeft: active - 1,
      Home: 0,
      End: last,
    };
    const next = to[event.key];
    if (next !== undefined) setActive(Math.max(0, Math.min(last, next)));
    else if (event.key === 'Enter' || event.key === ' ') choose(here.id, event.ctrlKey || event.key === ' ');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const right = frame.width - MARGIN.right;
  const foot = frame.height - MARGIN.bottom;
  return (
    <>
      <div
        className="scatter"
        ref={box}
        role="listbox"
        tabIndex={0}
        aria-label={t('results.scatter.label', { up: up.title, across: across.title })}
        aria-description={t('results.scatter.keys')}
        aria-multiselectable="true"
        aria-activedescendant={`${base}${here.id}`}
        onKeyDown={onKeyDown}
      >
        <svg role="presentation" width={frame.width} height={frame.height}>
          <g>
            {scale.yTicks.map((v) => (
              <g key={v}>
                <line className="scatter-line" x1={MARGIN.left} x2={right} y1={scale.y(v)} y2={scale.y(v)} />
                <text x={MARGIN.left - 6} y={scale.y(v) + 4} textAnchor="end">
                  {number(v, { maximumSignificantDigits: 4 })}
                </text>
              </g>
            ))}
            {scale.xTicks.map((v) => (
              <g key={v}>
                <line className="scatter-line" x1={scale.x(v)} x2={scale.x(v)} y1={MARGIN.top} y2={foot} />
                <text x={scale.x(v)} y={foot + 14} textAnchor="middle">
                  {number(v, { maximumSignificantDigits: 4 })}
                </text>
              </g>
            ))}
            <line className="scatter-median" x1={midX} x2={midX} y1={MARGIN.top} y2={foot} />
            <line className="scatter-median" x1={MARGIN.left} x2={right} y1={midY} y2={midY} />
            <text className="scatter-axis" x={MARGIN.left + 4} y={MARGIN.top + 10}>
              {up.title}
            </text>
            <text className="scatter-axis" x={right} y={foot + 28} textAnchor="end">
              {across.title}
            </text>
          </g>
          {points.map((p) => {
            const [x, y] = [scale.x(p.x), scale.y(p.y)];
            const person = state.entity(p.id)?.type === 'person';
            const mark = `scatter-point${chosen.has(p.id) ? ' selected' : ''}${p.id === here.id ? ' here' : ''}`;
            return (
              // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names this one by aria-activedescendant.
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the list.
              <g
                key={p.id}
                id={`${base}${p.id}`}
                role="option"
                aria-selected={chosen.has(p.id)}
                aria-label={t('results.scatter.point', {
                  name: name(p.id),
                  up: up.title,
                  upValue: figureText(up, p.id),
                  across: across.title,
                  acrossValue: figureText(across, p.id),
                })}
                className={mark}
                onClick={(event) => {
                  setActive(points.indexOf(p));
                  choose(p.id, event.ctrlKey || event.metaKey || event.shiftKey);
                }}
              >
                <title>{`${name(p.id)}: ${figureText(up, p.id)}, ${figureText(across, p.id)}`}</title>
                {p.id === here.id && <circle className="scatter-ring" cx={x} cy={y} r={8} />}
                {person ? <circle cx={x} cy={y} r={4.5} /> : <rect x={x - 4} y={y - 4} width={8} height={8} />}
              </g>
            );
          })}
          <g>
            {labels.map((l) => (
              <text
                key={l.id}
                className={chosen.has(l.id) ? 'scatter-name chosen' : 'scatter-name'}
                x={l.x}
                y={l.y}
                textAnchor={l.anchor}
              >
                {name(l.id)}
              </text>
            ))}
          </g>
        </svg>
      </div>
      <p className="results-legend">
        {t('results.scatter.legend', { up: up.title, across: across.title })}{' '}
        {all.length > points.length && t('results.scatter.more', { count: all.length - points.length })}
      </p>
    </>
  );
}
