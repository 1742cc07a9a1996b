import { useEffect } from 'react';
import { found } from '#session/selection';
import type { ChartActs } from './chart-acts.ts';
import { drawnAs, placeOf } from './drawn-as.ts';

/** Further out than this a single item is a dot among others: then the view goes to where it can be read. */
const TELLS_APART = 0.35;

/** Brings what a search found into sight: in a very large chart by going there, else by no more than it needs. */
export function useShowFound(acts: ChartActs): void {
  useEffect(
    () =>
      found.subscribe(() => {
        const handle = acts.canvas;
        const hit = found.get();
        if (!hit || !handle) return;
        const shown = acts.view();
        const link = acts.state.link(hit.id);
        const ids = (link ? [link.from, link.to] : [hit.id])
          .filter((id) => placeOf(shown, id) !== undefined)
          .map((id) => drawnAs(shown, id));
        const [first] = ids;
        if (first === undefined) return;
        if (handle.zoom() >= TELLS_APART) {
          for (const id of ids) handle.reveal(id);
          return;
        }
        handle.fit(ids);
        if (handle.zoom() > 1) handle.zoomTo(1);
      }),
    [acts],
  );
}
