import { type KeyboardEvent, type PointerEvent, useRef } from 'react';

export interface SplitterProps {
  readonly label: string;
  /** `vertical` stands between left and right. */
  readonly orientation: 'vertical' | 'horizontal';
  /** Size in CSS px of what it resizes. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** True when what it resizes stands after it: then moving right or down makes that smaller. */
  readonly after?: boolean;
  /** Units of `value` for one pixel, where it is not counted in pixels. */
  readonly unitsPerPixel?: () => number;
  readonly onChange: (value: number) => void;
  /** Double click, Enter: back to the starting size, or fold. */
  readonly onReset?: () => void;
}

/** One pixel drawn, seven to catch; arrow keys move by 16. */
export function Splitter({
  label,
  orientation,
  value,
  min,
  max,
  after,
  unitsPerPixel,
  onChange,
  onReset,
}: SplitterProps) {
  const start = useRef<{ at: number; value: number } | null>(null);
  const set = (to: number) => onChange(Math.round(Math.min(max, Math.max(min, to))));
  const along = (event: PointerEvent) => (orientation === 'vertical' ? event.clientX : event.clientY);
  const onKeyDown = (event: KeyboardEvent) => {
    const less = orientation === 'vertical' ? 'ArrowLeft' : 'ArrowUp';
    const more = orientation === 'vertical' ? 'ArrowRight' : 'ArrowDown';
    const step = (event.shiftKey ? 64 : 16) * (unitsPerPixel?.() ?? 1);
    if (event.key === less) set(value + (after ? step : -step));
    else if (event.key === more) set(value + (after ? -step : step));
    else if (event.key === 'Home') set(min);
    else if (event.key === 'End') set(max);
    else if (event.key === 'Enter' && onReset) onReset();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      className={`splitter ${orientation}`}
      role="separator"
      aria-label={label}
      aria-orientation={orientation}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onDoubleClick={onReset}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        start.current = { at: along(event), value };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (!start.current) return;
        const moved = (along(event) - start.current.at) * (unitsPerPixel?.() ?? 1);
        set(start.current.value + (after ? -moved : moved));
      }}
      onPointerUp={() => {
        start.current = null;
      }}
      onPointerCancel={() => {
        start.current = null;
      }}
    />
  );
}
