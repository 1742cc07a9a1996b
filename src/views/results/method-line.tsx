import { useT } from '#i18n/react';
import { Button } from '#ui/controls/index';
import { announce } from '#ui/dialogs/index';

/** How figures were derived, to be read here and copied into a report. */
export function MethodLine({ method }: { method: string }) {
  const t = useT();
  return (
    <div className="results-method">
      <b>{t('results.method')}</b> {method}{' '}
      <Button
        variant="link"
        onClick={() => void navigator.clipboard?.writeText(method).then(() => announce(t('results.method.copied')))}
      >
        {t('results.method.copy')}
      </Button>
    </div>
  );
}
