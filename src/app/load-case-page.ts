import { loadedLater } from './loaded-later.ts';

/** The page of a case, apart from the first script. */
export const casePage = loadedLater(() => import('./workspace/case-page.tsx'));

/**
 * Fetches the page of a case and what it opens with, ahead of their use: while the case itself is read. What cannot be had now is asked
 * for again, and then said, when it is needed.
 */
export function fetchAhead(): void {
  casePage.fetch().then(
    ({ fetchFirstViews }) => fetchFirstViews(),
    () => undefined,
  );
}
