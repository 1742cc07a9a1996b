import { useEffect } from 'react';
import { t } from '#i18n/index';
import { useOpenCase } from '#queries/case-context';
import { confirm } from '#ui/dialogs/index';
import { askBeforeLeaving } from '../route.ts';
import { askOnClosing } from './ask-on-closing.ts';

/** What is not on the disk lives in this page alone: neither a closed tab nor a way to another page of the program drops it unasked. */
export function useQuestionsOnLeaving(): void {
  const open = useOpenCase();
  useEffect(() => askOnClosing(open, window), [open]);
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
