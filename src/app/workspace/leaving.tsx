import { useEffect } from 'react';
import { t } from '#i18n/index';
import { useCaseSnapshot, useOpenCase } from '#queries/case-context';
import { confirm } from '#ui/dialogs/index';
import { askBeforeLeaving } from '../route.ts';

/**
 * A change that the disk would not take lives in this page alone: neither a closed tab nor a way to another page of the program drops it
 * unasked. The browser asks in its own words, and only while something is at stake.
 */
export function useQuestionsOnLeaving(): void {
  const open = useOpenCase();
  const { save } = useCaseSnapshot();
  const atStake = save.kind === 'failed' || save.kind === 'saving' || open.unsaved() !== undefined;
  useEffect(() => {
    if (!atStake) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [atStake]);
  useEffect(
    () =>
      askBeforeLeaving({
        needed: () => open.unsaved() !== undefined,
        ask: async () => {
          const sure = await confirm({
            title: t('leave.title'),
            body: <p>{t('leave.body')}</p>,
            confirm: t('leave.do'),
            danger: true,
          });
          if (sure) open.abandon();
          return sure;
        },
      }),
    [open],
  );
}
