import { useSyncExternalStore } from 'react';
import { i18nInstance, type Translate, t } from './index.ts';

function subscribe(listener: () => void): () => void {
  i18nInstance.on('languageChanged', listener);
  return () => i18nInstance.off('languageChanged', listener);
}

/** `t`, redrawing the component when the language changes. */
export function useT(): Translate {
  useSyncExternalStore(subscribe, () => i18nInstance.language);
  return t;
}
