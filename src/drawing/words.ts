/**
 * How this floor asks for its words: message key and parameters → text in the analyst's language. A plural is asked for with
 * `count`. The program hands in `tDynamic` of `#i18n/index`.
 */
export type Words = (key: string, params?: Readonly<Record<string, string | number>>) => string;
