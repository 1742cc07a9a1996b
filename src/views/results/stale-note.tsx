import { useT } from '#i18n/react';
import { Button, Note } from '#ui/controls/index';

/** What is shown is of an earlier state of the case: `text` says what changed; one press works it out again. */
export function StaleNote({ text, onAgain }: { text: string; onAgain: () => void }) {
  const t = useT();
  return (
    <Note
      tone="warning"
      actions={
        <Button variant="link" onClick={onAgain}>
          {t('results.again')}
        </Button>
      }
    >
      {text}
    </Note>
  );
}
