import { useEffect, useState } from 'react';
import { useT } from '#i18n/react';
import type { ListedCase } from '#queries/workspace';
import { askToPersist, type StorageEstimateBytes, storageEstimate } from '#store/index';
import { Button, Note, Section } from '#ui/controls/index';
import { byteSize } from '../when.ts';
import { SafetyFolder } from './safety-folder.tsx';

/** How much room there is, whether the browser keeps it, and what is in no file yet. */
export function StoragePanel({ cases }: { cases: readonly ListedCase[] }) {
  const t = useT();
  const [estimate, setEstimate] = useState<StorageEstimateBytes>();
  const [kept, setKept] = useState<boolean | 'unknown'>('unknown');
  useEffect(() => {
    let current = true;
    void storageEstimate().then((e) => current && setEstimate(e));
    void navigator.storage?.persisted?.().then((p) => current && setKept(p));
    return () => {
      current = false;
    };
  }, []);
  const unsaved = cases.filter((c) => c.savedSeq !== c.count).length;
  return (
    <Section title={t('start.storage')}>
      <div className="storage">
        <p>
          {estimate
            ? t('start.storage-used', { used: byteSize(estimate.usage), quota: byteSize(estimate.quota) })
            : t('start.storage-unknown')}{' '}
          {kept === 'unknown' ? t('start.persist-unknown') : kept ? t('start.persistent') : t('start.not-persistent')}{' '}
          {kept === false && (
            <Button variant="link" onClick={() => void askToPersist().then((p) => setKept(p ?? 'unknown'))}>
              {t('start.ask-persist')}
            </Button>
          )}
        </p>
        {unsaved > 0 ? (
          <Note tone="warning" title={t('start.nag')}>
            {t('start.nag-body', { count: unsaved })}
          </Note>
        ) : (
          cases.length > 0 && <p>{t('start.all-saved')}</p>
        )}
        <SafetyFolder />
        <Note title={t('start.not-encrypted')}>{t('start.not-encrypted-body')}</Note>
      </div>
    </Section>
  );
}
