import type { ReactNode } from 'react';
import { AnalysisContext, AnalysisDesk } from '#queries/analysis';
import { DrawingContext, DrawingDesk } from '#queries/drawing';
import { ImportContext, ImportDesk } from '#queries/exchange';
import type { Skein } from '#queries/workspace';
import { openWorker } from '#threads/open-worker';
import analysisAddress from '../workers/analysis.ts?worker&url';
import drawingAddress from '../workers/drawing.ts?worker&url';
import exchangeAddress from '../workers/exchange.ts?worker&url';
import { useProgram } from './skein-context.ts';

/**
 * Every font file the program ships, by the name it has in its package; the build gives each an address of our own origin.
 * WOFF2 for the page, SVG and PNG; the larger WOFF for PDF, which must take the font apart.
 */
const fontFiles = import.meta.glob<string>(
  [
    '/node_modules/@fontsource/noto-sans/files/*-{400,600}-normal.{woff,woff2}',
    // Their own letters only: Latin ones come from Noto Sans in every chart.
    '/node_modules/@fontsource/{noto-sans-khmer,noto-sans-thai,noto-sans-lao,noto-sans-myanmar}/files/*-{khmer,thai,lao,myanmar}-{400,600}-normal.{woff,woff2}',
  ],
  {
    query: '?url',
    import: 'default',
    // Addresses only; one file for each of them would be a hundred more to keep for a start without the server.
    eager: true,
  },
);

async function fetchFont(folder: string, file: string): Promise<Uint8Array | null> {
  const address = fontFiles[`/node_modules/@fontsource/${folder}/files/${file}`];
  if (!address) return null;
  const answer = await fetch(address).catch(() => null);
  return answer?.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
}

function makeDesks(skein: Skein) {
  return {
    analysis: new AnalysisDesk(() => openWorker(analysisAddress)),
    imports: new ImportDesk(() => openWorker(exchangeAddress), skein.store.mappings),
    drawing: new DrawingDesk(() => openWorker(drawingAddress), fetchFont),
  };
}

/** One set per page, whichever case is open: workers of a case that was left would go on living. */
const made = new WeakMap<Skein, ReturnType<typeof makeDesks>>();

/** The workers behind the views of a case. None starts before its first job. */
export function Desks({ children }: { children: ReactNode }) {
  const { skein } = useProgram();
  const desks = made.get(skein) ?? makeDesks(skein);
  made.set(skein, desks);
  return (
    <AnalysisContext.Provider value={desks.analysis}>
      <ImportContext.Provider value={desks.imports}>
        <DrawingContext.Provider value={desks.drawing}>{children}</DrawingContext.Provider>
      </ImportContext.Provider>
    </AnalysisContext.Provider>
  );
}
