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

/**
 * What was looked up in the language of now: a screen asks for the same few hundred texts at every redraw and a grid for those of
 * each row, and a look through plurals, fallbacks and nesting costs fifty times what this does.
 */
const plain = new Map<string, string>();
const known = new Map<string, boolean>();
const formats = new Map<string, Intl.NumberFormat>();
function forget(): void {
  plain.clear();
  known.clear();
  formats.clear();
}
i18nInstance.on('languageChanged', forget);
i18nInstance.store.on('added', forget);

const look: Translate = (key, params) => i18nInstance.t(key as never, params as never) as unknown as string;

export const t: Translate = (key, params) => {
  if (params !== undefined) return look(key, params);
  let text = plain.get(key);
  if (text === undefined) {
    text = look(key);
    plain.set(key, text);
  }
  return text;
};

/** Whether a computed key (`command.${id}`, a code from a lower floor) has a message. */
export function isMessageKey(key: string): key is MessageKey {
  let is = known.get(key);
  if (is === undefined) {
    // Computed keys can hold words of a case: they must not gather here.
    if (known.size >= 10_000) known.clear();
    is = i18nInstance.exists(key, { count: 1 });
    known.set(key, is);
  }
  return is;
}

/** The message of a computed key, or the key itself so that nothing is silent. */
export function tDynamic(key: string, params?: MessageParams): string {
  return isMessageKey(key) ? t(key, params) : key;
}

export function number(value: number, options?: Intl.NumberFormatOptions): string {
  const key = options === undefined ? '' : JSON.stringify(options);
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(i18nInstance.language, options);
    formats.set(key, format);
  }
  return format.format(value);
}
