import { number } from '#i18n/index';
import { useT } from '#i18n/react';
import { Button, Note } from '#ui/controls/index';
import type { LongWork } from './long-work.ts';

/** Roughly how long: in seconds, from a minute and a half on in minutes. */
function roughly(seconds: number): string {
  const [value, unit] = seconds < 90 ? [seconds, 'second'] : [seconds / 60, 'minute'];
  return number(value, { style: 'unit', unit, unitDisplay: 'long', maximumSignificantDigits: value < 10 ? 1 : 2 });
}

/** How long an answer would take, before it is begun, with both ways to have one. */
export function LongWorkNote({ long: { measure, seconds, exactly, searched, estimate } }: { long: LongWork }) {
  const t = useT();
  return (
    <Note
      tone="warning"
      live
      actions={
        <>
          {estimate && (
            <Button variant="primary" onClick={estimate.ask}>
              {t('results.long.estimate', { measure: estimate.measure })}
            </Button>
          )}
          <Button onClick={exactly}>{t(searched ? 'results.long.search' : 'results.long.exactly')}</Button>
        </>
      }
    >
      {t('results.long', { measure, time: roughly(seconds) })}
      {estimate?.without && ` ${t('results.long.without', { parameters: estimate.without })}`}
    </Note>
  );
}
