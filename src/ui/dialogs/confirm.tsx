import type { ReactNode } from 'react';
import { useT } from '#i18n/react';
import { Button, Dialog } from '../controls/index.ts';
import { showDialog } from './dialogs.ts';

export interface ConfirmOptions {
  readonly title: string;
  /** What will be affected, in words and figures. */
  readonly body: ReactNode;
  /** The act by its name: "Delete 3 entities", never "OK". */
  readonly confirm: string;
  readonly danger?: boolean;
  readonly size?: 'normal' | 'wide';
}

function ConfirmDialog({ options, close }: { options: ConfirmOptions; close: (answer?: boolean) => void }) {
  const t = useT();
  return (
    <Dialog
      title={options.title}
      size={options.size ?? 'normal'}
      role="alertdialog"
      onClose={() => close(false)}
      foot={
        <>
          <Button onClick={() => close(false)} {...(options.danger && { 'data-autofocus': true })}>
            {t('controls.cancel')}
          </Button>
          <Button variant={options.danger ? 'danger' : 'primary'} onClick={() => close(true)}>
            {options.confirm}
          </Button>
        </>
      }
    >
      {options.body}
    </Dialog>
  );
}

/** Asks before an act; true when the analyst said yes. With `danger` the focus starts on Cancel. */
export async function confirm(options: ConfirmOptions): Promise<boolean> {
  return (await showDialog<boolean>((close) => <ConfirmDialog options={options} close={close} />)) === true;
}
