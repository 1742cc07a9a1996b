import { type KeyboardEvent, type ReactNode, useId } from 'react';
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
  /** Id of the element the active tab shows; give it role `tabpanel`. */
  readonly panel: string;
  readonly end?: ReactNode;
}

/** A line of tabs: one stop for Tab, arrow keys inside, Delete closes. Close stands on the active tab only. */
export function Tabs({ label, tabs, active, onSelect, onClose, onDoubleClick, panel, end }: TabsProps) {
  const t = useT();
  const base = useId();
  const go = (index: number) => {
    const tab = tabs[(index + tabs.length) % tabs.length];
    if (!tab) return;
    onSelect(tab.id);
    document.getElementById(`${base}${tab.id}`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const now = tabs.findIndex((x) => x.id === active);
    if (event.key === 'ArrowRight') go(now + 1);
    else if (event.key === 'ArrowLeft') go(now - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(tabs.length - 1);
    else if (event.key === 'Delete' && tabs[now]?.closable) onClose?.(active);
    else return;
    event.preventDefault();
    event.stopPropagation();
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
