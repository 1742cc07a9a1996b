import i18next, { type i18n } from 'i18next';
import { en } from './messages/en/index.ts';

type RawKey = keyof typeof en;
type Unplural<K> = K extends `${infer Base}_${'one' | 'other'}` ? Base : K;

/** Every text of the program. A plural (`x_one`, `x_other`) is asked for as `x` with `count`. */
export type MessageKey = Unplural<RawKey>;
export type MessageParams = Readonly<Record<string, string | number>>;
export type Translate = (key: MessageKey, params?: MessageParams) => string;

export const languages = ['en'] as const;
export type Language = (typeof languages)[number];

/** Names of the languages in themselves. */
export const languageNames: Record<Language, string> = { en: 'English' };

export const i18nInstance: i18n = i18next.createInstance();
void i18nInstance.init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en } },
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  interpolation: { escapeValue: false },
  returnNull: false,
});

export const t: Translate = (key, params) => i18nInstance.t(key as never, params as never) as unknown as string;

/** Whether a computed key (`command.${id}`, a code from a lower floor) has a message. */
export function isMessageKey(key: string): key is MessageKey {
  return i18nInstance.exists(key, { count: 1 });
}

/** The message of a computed key, or the key itself so that nothing is silent. */
export function tDynamic(key: string, params?: MessageParams): string {
  return isMessageKey(key) ? t(key, params) : key;
}

export function number(value: number, options?: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(i18nInstance.language, options).format(value);
}
