import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useT } from '#i18n/react';
import { IconButton } from './button.tsx';

export interface DialogProps {
  readonly title: ReactNode;
  readonly size?: 'normal' | 'wide' | 'full';
  /** Escape, the close button. Unmount it then; what had the focus before gets it back. */
  readonly onClose: () => void;
  /** Sent by Enter in a field or by a submit button of the foot. */
  readonly onSubmit?: () => void;
  readonly children: ReactNode;
  /** Acts, the safe one first, the main one last. */
  readonly foot?: ReactNode;
  readonly role?: 'alertdialog';
}

/** A modal window over everything: mount it to open it. The browser keeps the focus inside. */
export function Dialog({ title, size = 'normal', onClose, onSubmit, children, foot, role }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const t = useT();
  useEffect(() => {
    const element = dialog.current!;
    const before = document.activeElement;
    element.showModal();
    const first = element.querySelector<HTMLElement>('[data-autofocus], .dialog-body :is(input, select, textarea)');
    (first ?? element.querySelector<HTMLElement>('.dialog-foot .btn:last-child:not([aria-disabled])'))?.focus();
    return () => {
      element.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const inside = (
    <>
      <div className="dialog-body">{children}</div>
      {foot && <div className="dialog-foot">{foot}</div>}
    </>
  );
  return (
    <dialog
      ref={dialog}
      className={size === 'normal' ? 'dialog' : `dialog ${size}`}
      role={role}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        if (event.target === dialog.current) onClose();
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className="dialog-head">
        <h2 id={heading}>{title}</h2>
        <IconButton icon="close" iconSize={14} label={t('controls.close')} onClick={onClose} />
      </div>
      {onSubmit ? (
        <form
          className="dialog-form"
          autoComplete="off"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            onSubmit();
          }}
        >
          {inside}
        </form>
      ) : (
        inside
      )}
    </dialog>
  );
}
