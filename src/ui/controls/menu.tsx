import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import { Icon, type IconName } from '../icon/index.ts';
import { Button, type ButtonProps } from './button.tsx';
import { placeFloat } from './place-float.ts';

export type MenuEntry =
  | {
      readonly id: string;
      readonly label: ReactNode;
      readonly icon?: IconName;
      readonly shortcut?: string | undefined;
      readonly danger?: boolean;
      /** Makes it a check item. */
      readonly checked?: boolean;
      /** Why it cannot be used now; shown at the end of the row. */
      readonly disabledReason?: string | undefined;
      readonly onSelect: () => void;
    }
  | { readonly separator: true }
  | { readonly heading: string };

export interface MenuProps {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  /** Where it opens: under an element's box, or at a point of the window (context menu). */
  readonly at: DOMRect | { readonly x: number; readonly y: number };
  readonly onClose: () => void;
}

/** An open menu: mount it to open it. Arrow keys, Home, End, first letters, Escape; closes on a click elsewhere. */
export function Menu({ label, entries, at, onClose }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useLayoutEffect(() => {
    const element = menu.current!;
    const before = document.activeElement;
    element.showPopover();
    placeFloat(element, at);
    items(element)[0]?.focus();
    const toggled = (event: Event) => {
      if ((event as ToggleEvent).newState === 'closed') close.current();
    };
    element.addEventListener('toggle', toggled);
    return () => {
      element.removeEventListener('toggle', toggled);
      if (element.contains(document.activeElement) && before instanceof HTMLElement) before.focus();
    };
  }, [at]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const all = items(menu.current!);
    const now = all.indexOf(document.activeElement as HTMLElement);
    const go = (to: number) => {
      event.preventDefault();
      all[(to + all.length) % all.length]?.focus();
    };
    event.stopPropagation();
    if (event.key === 'ArrowDown') go(now + 1);
    else if (event.key === 'ArrowUp') go(now - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(all.length - 1);
    else if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      onClose();
    } else if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.altKey && !event.metaKey) {
      const letter = event.key.toLocaleLowerCase();
      const order = [...all.slice(now + 1), ...all.slice(0, now + 1)];
      order.find((item) => item.textContent?.trim().toLocaleLowerCase().startsWith(letter))?.focus();
    }
  };
  return (
    <div ref={menu} className="menu" popover="auto" role="menu" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
      {entries.map((entry, i) => {
        if ('separator' in entry) return <hr key={i} />;
        if ('heading' in entry)
          return (
            <div key={i} className="heading" role="presentation">
              {entry.heading}
            </div>
          );
        const off = entry.disabledReason !== undefined;
        const checkable = entry.checked !== undefined;
        return (
          <button
            key={entry.id}
            type="button"
            role={checkable ? 'menuitemcheckbox' : 'menuitem'}
            {...(checkable && { 'aria-checked': entry.checked })}
            aria-disabled={off || undefined}
            className={entry.danger ? 'danger' : undefined}
            tabIndex={-1}
            onClick={() => {
              if (off) return;
              onClose();
              entry.onSelect();
            }}
          >
            <span className="mark">
              {checkable
                ? entry.checked && <Icon name="check" size={14} />
                : entry.icon && <Icon name={entry.icon} size={14} />}
            </span>
            {entry.label}
            {off ? (
              <span className="end">{entry.disabledReason}</span>
            ) : (
              entry.shortcut && <kbd className="end">{entry.shortcut}</kbd>
            )}
          </button>
        );
      })}
    </div>
  );
}

function items(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
}

export interface MenuButtonProps extends Omit<ButtonProps, 'onClick' | 'pressed'> {
  /** Name of the menu; also of the button when it shows an icon only. */
  readonly label: string;
  readonly iconOnly?: boolean;
  /** Asked for when the menu opens. */
  readonly entries: readonly MenuEntry[] | (() => readonly MenuEntry[]);
}

/** A button that opens a menu under itself. Arrow down opens it too. */
export function MenuButton({ label, iconOnly, entries, children, className, ...rest }: MenuButtonProps) {
  const [at, setAt] = useState<DOMRect | null>(null);
  const id = useId();
  const open = () => setAt(document.getElementById(id)!.getBoundingClientRect());
  return (
    <>
      <Button
        variant="quiet"
        {...rest}
        id={id}
        className={`${iconOnly ? 'btn-icon' : ''} ${className ?? ''}`.trim()}
        aria-haspopup="menu"
        aria-expanded={at !== null}
        aria-label={iconOnly ? label : undefined}
        title={iconOnly ? label : rest.title}
        // The press itself closes an open menu (light dismissal), so a click on the button must not open it again.
        onPointerDown={(event) => {
          if (at) event.currentTarget.dataset.wasOpen = 'yes';
          else delete event.currentTarget.dataset.wasOpen;
        }}
        onClick={(event) => {
          if (event.detail > 0 && event.currentTarget.dataset.wasOpen) setAt(null);
          else open();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          open();
        }}
      >
        {children}
        {!iconOnly && <Icon name="down" size={12} />}
      </Button>
      {at && (
        <Menu
          label={label}
          at={at}
          entries={typeof entries === 'function' ? entries() : entries}
          onClose={() => setAt(null)}
        />
      )}
    </>
  );
}
