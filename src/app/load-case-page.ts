import { loadedLater } from './loaded-later.ts';

const load = () => import('./workspace/case-page.tsx');

/** The page of a case, apart from the first script. */
export const casePage = loadedLater(load);

/**
 * Fetches the page of a case and what it opens with, ahead of their use: while the case itself is read. What cannot be had now is asked
 * for again, and then said, when it is needed.
 */
export function fetchAhead(): void {
  casePage.fetch().then(
    async () => (await load()).fetchFirstViews(),
    () => undefined,
  );
}
