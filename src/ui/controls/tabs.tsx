import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { useT } from '#i18n/react';
import { Icon, type IconName } from '../icon/index.ts';
import { IconButton } from './button.tsx';

export interface Tab {
  readonly id: string;
  readonly label: ReactNode;
  readonly icon?: IconName;
  readonly closable?: boolean;
}

export interface TabsProps {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly active: string;
  readonly onSelect: (id: string) => void;
  readonly onClose?: (id: string) => void;
  readonly onDoubleClick?: (id: string) => void;
  /** Puts a tab at another place, counted from 0: dragged there, or Ctrl with an arrow key. */
  readonly onMove?: (id: string, to: number) => void;
  /** Id of the element the active tab shows; give it role `tabpanel`. */
  readonly panel: string;
  readonly end?: ReactNode;
}

/** Pixels a pointer may move in a click. */
const CLICK = 6;

/**
 * The place a dragged tab takes: behind every other tab whose middle the pointer has passed. `middles` are those of all tabs
 * in their order, in the same units as `x`.
 */
export function placeOfDrag(middles: readonly number[], dragged: number, x: number): number {
  return middles.filter((middle, i) => i !== dragged && middle < x).length;
}

/**
 * A line of tabs: one stop for Tab, arrow keys inside, Ctrl with them moves the tab, as dragging does; Delete closes. Close
 * stands on the active tab only.
 */
export function Tabs({ label, tabs, active, onSelect, onClose, onDoubleClick, onMove, panel, end }: TabsProps) {
  const t = useT();
  const base = useId();
  // More tabs than there is room for: the one in front is always seen, the others by scrolling.
  useEffect(() => {
    document.getElementById(`${base}${active}`)?.parentElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [base, active]);
  const go = (index: number) => {
    const tab = tabs[(index + tabs.length) % tabs.length];
    if (!tab) return;
    onSelect(tab.id);
    document.getElementById(`${base}${tab.id}`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const now = tabs.findIndex((x) => x.id === active);
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step !== 0 && event.ctrlKey && !event.altKey && onMove) {
      const to = now + step;
      if (now >= 0 && to >= 0 && to < tabs.length) {
        onMove(active, to);
        const id = `${base}${active}`;
        // Once it stands there.
        requestAnimationFrame(() => document.getElementById(id)?.focus());
      }
    } else if (event.key === 'ArrowRight') go(now + 1);
    else if (event.key === 'ArrowLeft') go(now - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(tabs.length - 1);
    else if (event.key === 'Delete' && tabs[now]?.closable) onClose?.(active);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const latest = useRef({ tabs, onMove });
  latest.current = { tabs, onMove };
  const onPointerDown = (id: string, event: PointerEvent) => {
    const list = event.currentTarget.closest('[role="tablist"]');
    if (event.button !== 0 || !onMove || !list) return;
    const from = event.clientX;
    let dragging = false;
    // Listened to on the window: the tab itself is moved about in the page meanwhile.
    const stop = new AbortController();
    const move = (at: globalThis.PointerEvent) => {
      if ((at.buttons & 1) === 0) return stop.abort();
      dragging ||= Math.abs(at.clientX - from) > CLICK;
      if (!dragging) return;
      const boxes = [...list.children].map((box) => box.getBoundingClientRect());
      const now = latest.current.tabs.findIndex((x) => x.id === id);
      const to = placeOfDrag(
        boxes.map((box) => box.left + box.width / 2),
        now,
        at.clientX,
      );
      if (now >= 0 && to !== now) latest.current.onMove?.(id, to);
    };
    window.addEventListener('pointermove', move, { signal: stop.signal });
    window.addEventListener('pointerup', () => stop.abort(), { signal: stop.signal });
    window.addEventListener('pointercancel', () => stop.abort(), { signal: stop.signal });
  };
  return (
    <div className="tabs">
      <div role="tablist" aria-label={label} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <div key={tab.id} className="tab-box" role="presentation">
            <button
              type="button"
              role="tab"
              id={`${base}${tab.id}`}
              className="tab"
              aria-selected={tab.id === active}
              aria-controls={tab.id === active ? panel : undefined}
              tabIndex={tab.id === active ? 0 : -1}
              aria-description={onMove && tabs.length > 1 ? t('controls.move-tab') : undefined}
              onPointerDown={(event) => onPointerDown(tab.id, event)}
              onClick={() => onSelect(tab.id)}
              onDoubleClick={() => onDoubleClick?.(tab.id)}
              onAuxClick={(event) => {
                if (event.button === 1 && tab.closable) onClose?.(tab.id);
              }}
            >
              {tab.icon && <Icon name={tab.icon} size={14} />}
              {tab.label}
            </button>
            {tab.id === active && tab.closable && onClose && (
              <IconButton
                icon="close"
                iconSize={12}
                label={t('controls.close-tab')}
                // For the mouse; a list of tabs has nothing but tabs for whoever listens, and Delete closes one.
                aria-hidden="true"
                tabIndex={-1}
                onClick={() => onClose(tab.id)}
              />
            )}
          </div>
        ))}
      </div>
      {end && <div className="end">{end}</div>}
    </div>
  );
}
