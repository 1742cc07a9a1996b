import { importers } from '#exchange/importers/index';

export { bestMapping, fitMapping, openQuestions } from '#exchange/importers/index';

/** Ways in, for menus. Apart from the desk, so that the code that reads tables is loaded with the view that asks for it. */
export const importerCatalogue = importers;
