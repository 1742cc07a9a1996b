import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { onFacesLoaded } from '../fonts/index.ts';
import './timeline-canvas.css';

export interface Held {
  readonly shift: boolean;
  readonly ctrl: boolean;
  readonly alt: boolean;
}

/** What a press took hold of: something is dragged, instead of the whole picture. */
export interface Grip {
  move(x: number, y: number): void;
  drop(x: number, y: number): void;
  cancel(): void;
}

/** What hands do on the canvas, in px from its upper left corner. */
export interface Hand {
  zoom(factor: number, x: number, y: number): void;
  pan(dx: number, dy: number): void;
  press(x: number, y: number, held: Held): void;
  open(x: number, y: number): void;
  /** Null: the pointer left. Answers with the cursor to show. */
  over(at: { readonly x: number; readonly y: number } | null): string | undefined;
  grab(x: number, y: number, held: Held): Grip | undefined;
}

export interface TimelineCanvasHandle {
  /** Draws once more, at the next frame. */
  redraw(): void;
  focus(): void;
  size(): { readonly width: number; readonly height: number };
}

export interface TimelineCanvasProps {
  readonly paint: (pen: CanvasRenderingContext2D, size: { readonly width: number; readonly height: number }) => void;
  readonly hand: Hand;
  /** What a screen reader says of the canvas. */
  readonly label: string;
  readonly describedBy?: string;
  readonly onKeyDown?: (e: KeyboardEvent<HTMLElement>) => void;
  readonly onSize?: () => void;
  /** Fonts were loaded since texts were measured. */
  readonly onFonts?: () => void;
  readonly handle: Ref<TimelineCanvasHandle>;
}

/** A press that moves less than this is a click. */
const CLICK = 4;

/** A canvas that fills its box, is sharp on every screen, and tells what hands do on it. Drawn once a frame at most, and only when asked. */
export function TimelineCanvas(props: TimelineCanvasProps) {
  const { label, describedBy, onKeyDown, handle, paint } = props;
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const size = useRef({ width: 0, height: 0 });
  const asked = useRef(0);

  const redraw = useRef(() => {
    if (asked.current !== 0) return;
    asked.current = requestAnimationFrame(() => {
      asked.current = 0;
      const element = canvas.current;
      const pen = element?.getContext('2d', { alpha: false });
      if (!element || !pen || size.current.width === 0) return;
      const ratio = window.devicePixelRatio || 1;
      const [w, h] = [Math.round(size.current.width * ratio), Math.round(size.current.height * ratio)];
      if (element.width !== w || element.height !== h) {
        element.width = w;
        element.height = h;
        element.style.width = `${size.current.width}px`;
        element.style.height = `${size.current.height}px`;
      }
      pen.setTransform(ratio, 0, 0, ratio, 0, 0);
      latest.current.paint(pen, size.current);
    });
  }).current;

  useImperativeHandle(handle, () => ({ redraw, focus: () => frame.current?.focus(), size: () => size.current }), [
    redraw,
  ]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another way to paint is another picture
  useEffect(redraw, [paint]);

  useLayoutEffect(() => {
    const element = frame.current!;
    const measure = () => {
      const box = element.getBoundingClientRect();
      if (box.width === size.current.width && box.height === size.current.height) return;
      size.current = { width: box.width, height: box.height };
      latest.current.onSize?.();
      redraw();
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    const endFaces = onFacesLoaded(() => {
      latest.current.onFonts?.();
      redraw();
    });
    const place = (e: { clientX: number; clientY: number }) => {
      const box = element.getBoundingClientRect();
      return { x: e.clientX - box.left, y: e.clientY - box.top };
    };
    const held = (e: PointerEvent): Held => ({ shift: e.shiftKey, ctrl: e.ctrlKey || e.metaKey, alt: e.altKey });
    const wheel = (e: WheelEvent) => {
      e.preventDefault();
      const { x, y } = place(e);
      const unit = e.deltaMode === 1 ? 16 : 1;
      if (e.shiftKey || Math.abs(e.deltaX) > Math.abs(e.deltaY))
        latest.current.hand.pan(-(e.deltaX || e.deltaY) * unit, 0);
      else latest.current.hand.zoom(Math.exp(-e.deltaY * unit * 0.002), x, y);
    };
    let down: { x: number; y: number; lastX: number; lastY: number; moved: boolean; grip: Grip | undefined } | null =
      null;
    const press = (e: PointerEvent) => {
      if (e.button !== 0 && e.button !== 1) return;
      const { x, y } = place(e);
      element.setPointerCapture(e.pointerId);
      down = { x, y, lastX: x, lastY: y, moved: false, grip: latest.current.hand.grab(x, y, held(e)) };
    };
    const move = (e: PointerEvent) => {
      const { x, y } = place(e);
      if (!down) {
        element.style.cursor = latest.current.hand.over({ x, y }) ?? '';
        return;
      }
      if (!down.moved && Math.hypot(x - down.x, y - down.y) < CLICK) return;
      down.moved = true;
      if (down.grip) down.grip.move(x, y);
      else {
        element.classList.add('panning');
        latest.current.hand.pan(x - down.lastX, y - down.lastY);
      }
      down.lastX = x;
      down.lastY = y;
    };
    const release = (e: PointerEvent) => {
      if (!down) return;
      const { x, y } = place(e);
      const { moved, grip } = down;
      down = null;
      element.classList.remove('panning');
      if (moved) grip?.drop(x, y);
      else {
        grip?.cancel();
        latest.current.hand.press(x, y, held(e));
      }
    };
    const cancel = () => {
      down?.grip?.cancel();
      down = null;
      element.classList.remove('panning');
    };
    const leave = () => void latest.current.hand.over(null);
    const twice = (e: MouseEvent) => {
      const { x, y } = place(e);
      latest.current.hand.open(x, y);
    };
    const escaped = (e: globalThis.KeyboardEvent) => {
      if (e.key === 'Escape' && down) {
        e.stopPropagation();
        cancel();
      }
    };
    const gone = new AbortController();
    const { signal } = gone;
    element.addEventListener('wheel', wheel, { passive: false, signal });
    element.addEventListener('pointerdown', press, { signal });
    element.addEventListener('pointermove', move, { signal });
    element.addEventListener('pointerup', release, { signal });
    element.addEventListener('pointercancel', cancel, { signal });
    element.addEventListener('pointerleave', leave, { signal });
    element.addEventListener('dblclick', twice, { signal });
    element.addEventListener('keydown', escaped, { signal });
    return () => {
      gone.abort();
      observer.disconnect();
      endFaces();
      cancelAnimationFrame(asked.current);
      asked.current = 0;
    };
  }, [redraw]);

  return (
    <div
      ref={frame}
      className="timeline-canvas"
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys of the drawing act while it has the focus
      tabIndex={0}
      aria-label={label}
      aria-describedby={describedBy}
      onKeyDown={onKeyDown}
    >
      <canvas ref={canvas} />
    </div>
  );
}
