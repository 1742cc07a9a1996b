import { figureWriter as writer } from '#drawing/style/figure-text';
import { i18nInstance } from '#i18n/index';

export { decimalsOf } from '#drawing/style/figure-text';

/** Writes figures with these decimals in the language of the page. */
export const figureWriter = (decimals: number): ((value: number) => string) => writer(decimals, i18nInstance.language);
