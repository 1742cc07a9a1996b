import { useState } from 'react';
import type { Author } from '#domain/change/change-record';
import { useT } from '#i18n/react';
import { Button, Dialog, TextField } from '#ui/controls/index';
import { showDialog } from '#ui/dialogs/index';

function AuthorDialog({ now, close }: { now: Author | null; close: (author?: Author) => void }) {
  const t = useT();
  const [initials, setInitials] = useState('');
  const [unit, setUnit] = useState(now?.unit ?? '');
  const [asked, setAsked] = useState(false);
  const missing = initials.trim() === '';
  return (
    <Dialog
      title={now ? t('author.switch') : t('author.title')}
      onClose={() => close()}
      onSubmit={() => {
        setAsked(true);
        if (!missing) close({ initials: initials.trim(), unit: unit.trim() });
      }}
      foot={
        <>
          {now && <Button onClick={() => close()}>{t('controls.cancel')}</Button>}
          <Button variant="primary" submit>
            {t('author.save')}
          </Button>
        </>
      }
    >
      <p>{t('author.body')}</p>
      <TextField
        label={t('author.initials')}
        value={initials}
        onChange={setInitials}
        maxLength={16}
        error={asked && missing ? t('author.needs') : undefined}
        data-autofocus
      />
      <TextField label={t('author.unit')} value={unit} onChange={setUnit} maxLength={80} />
      <p className="muted small">{t('author.shared')}</p>
    </Dialog>
  );
}

/** Asks who sits in front of the screen; undefined when it was closed without an answer. */
export function askAuthor(now: Author | null): Promise<Author | undefined> {
  return showDialog<Author>((close) => <AuthorDialog now={now} close={close} />);
}
