import { useState } from 'react';
import { useT } from '#i18n/react';
import { Button, Note } from '#ui/controls/index';
import { useProgram } from '../skein-context.ts';

/** The address cases usually live at; another port is another, empty, store. */
const USUAL_ADDRESS = 'http://127.0.0.1:7345';

interface BrandedNavigator extends Navigator {
  readonly userAgentData?: { readonly brands: readonly { readonly brand: string }[] };
}

/** Chrome, Edge and what is built like them name their engine; others are untested. */
export function isTestedBrowser(navigator: BrandedNavigator): boolean {
  return navigator.userAgentData?.brands.some((b) => b.brand === 'Chromium') ?? false;
}

/** What must be known before work begins: another address, an untested browser, cases that went missing. */
export function Notices() {
  const t = useT();
  const { skein } = useProgram();
  const { report } = skein;
  const [lost, setLost] = useState(report.lost);
  const fromDisk = window.location.protocol === 'file:';
  const elsewhere = !fromDisk && window.location.origin !== USUAL_ADDRESS;
  return (
    <div className="notices">
      {report.dataLoss && (
        <Note tone="danger" title={t('start.data-loss')} live>
          {t('start.data-loss-body')}
        </Note>
      )}
      {lost.length > 0 && (
        <Note
          tone="danger"
          title={t('start.lost', { count: lost.length })}
          live
          actions={
            <Button
              onClick={() => {
                for (const sentinel of lost) skein.store.forgetLost(sentinel.localId);
                setLost([]);
              }}
            >
              {t('start.lost-forget')}
            </Button>
          }
        >
          {t('start.lost-body', { count: Math.max(...lost.map((s) => s.count)) })}
        </Note>
      )}
      {!isTestedBrowser(navigator) && (
        <Note tone="warning" title={t('start.untested')}>
          {t('start.untested-body')}
        </Note>
      )}
      {fromDisk && (
        <Note tone="warning" title={t('offline.one-file')}>
          {t('offline.one-file-body')}
        </Note>
      )}
      {elsewhere && (
        <Note tone="warning">{t('start.other-address', { here: window.location.origin, usual: USUAL_ADDRESS })}</Note>
      )}
      {!report.sentinel && <Note tone="warning">{t('start.no-sentinel')}</Note>}
    </div>
  );
}
