import { type KeyboardEvent, useRef, useState } from 'react';
import { heatStep, WEEK_HOURS, type WeekHour } from '#drawing/timeline/week-hours';
import { i18nInstance, number } from '#i18n/index';
import { useT } from '#i18n/react';

/** Names of the weekdays in the reader's language, Monday first. */
function weekdays(length: 'short' | 'long'): readonly string[] {
  const format = new Intl.DateTimeFormat(i18nInstance.language, { weekday: length, timeZone: 'UTC' });
  // 5 January 1970 was a Monday.
  return Array.from({ length: 7 }, (_, i) => format.format(new Date(Date.UTC(1970, 0, 5 + i))));
}

const HOURS = Array.from({ length: 24 }, (_, h) => h);

/** Hour × weekday: the number stands in the cell, its shade only repeats it. Cells, rows and columns are pressed to let only them through. */
export function HeatMap(props: {
  readonly counts: Uint32Array;
  readonly chosen: ReadonlySet<WeekHour>;
  readonly onToggle: (cells: readonly WeekHour[]) => void;
}) {
  const { counts, chosen, onToggle } = props;
  const t = useT();
  const [active, setActive] = useState(0);
  const table = useRef<HTMLTableElement>(null);
  const largest = counts.reduce((a, b) => Math.max(a, b), 0);
  const [days, full] = [weekdays('short'), weekdays('long')];
  const go = (cell: number) => {
    setActive(cell);
    table.current?.querySelector<HTMLElement>(`[data-cell="${cell}"]`)?.focus();
  };
  const onKeyDown = (e: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -24, ArrowDown: 24 }[e.key];
    const to =
      by !== undefined
        ? active + by
        : e.key === 'Home'
          ? active - (active % 24)
          : e.key === 'End'
            ? active - (active % 24) + 23
            : -1;
    if (to < 0 || to >= WEEK_HOURS) return;
    e.preventDefault();
    go(to);
  };
  const sum = (cells: readonly number[]) => cells.reduce((n, c) => n + (counts[c] ?? 0), 0);
  return (
    <table ref={table} className="activity-heat" aria-label={t('activity.heat')} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          <td />
          {HOURS.map((h) => (
            <th key={h} scope="col">
              <button type="button" tabIndex={-1} onClick={() => onToggle(days.map((_, d) => d * 24 + h))}>
                {h}
              </button>
            </th>
          ))}
          <th scope="col">{t('activity.sum')}</th>
        </tr>
      </thead>
      <tbody>
        {days.map((day, d) => (
          <tr key={day}>
            <th scope="row">
              <button type="button" tabIndex={-1} onClick={() => onToggle(HOURS.map((h) => d * 24 + h))}>
                {day}
              </button>
            </th>
            {HOURS.map((h) => {
              const cell = d * 24 + h;
              const n = counts[cell]!;
              return (
                <td key={h} className={`heat-${heatStep(n, largest)}`}>
                  <button
                    type="button"
                    data-cell={cell}
                    tabIndex={cell === active ? 0 : -1}
                    aria-pressed={chosen.has(cell)}
                    aria-label={t('activity.cell', { day: full[d]!, hour: h, count: n })}
                    onFocus={() => setActive(cell)}
                    onClick={() => onToggle([cell])}
                  >
                    {n === 0 ? '' : number(n)}
                  </button>
                </td>
              );
            })}
            <td className="num">{number(sum(HOURS.map((h) => d * 24 + h)))}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">{t('activity.sum')}</th>
          {HOURS.map((h) => (
            <td key={h} className="num">
              {number(sum(days.map((_, d) => d * 24 + h)))}
            </td>
          ))}
          <td className="num">{number(sum(Array.from(counts, (_, i) => i)))}</td>
        </tr>
      </tbody>
    </table>
  );
}
