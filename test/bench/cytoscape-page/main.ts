import cytoscape, { type ElementDefinition } from 'cytoscape';
import { inventedNetwork } from '../../../scripts/samples/invented-network.ts';

/** The large sample as Cytoscape takes it: the same items at the same places, one line for each two that are linked. */
const { state } = inventedNetwork(5000, 20_000);
const elements: ElementDefinition[] = [];
for (const p of state.allOf('placement'))
  elements.push({ data: { id: p.item, label: state.entity(p.item)!.label }, position: { x: p.x, y: p.y } });
const pairs = new Set<string>();
for (const { id, from, to } of state.allOf('link')) {
  const pair = from < to ? `${from} ${to}` : `${to} ${from}`;
  if (pairs.has(pair)) continue;
  pairs.add(pair);
  elements.push({ data: { id, source: from, target: to } });
}

declare global {
  interface Window {
    /** Frames drawn so far. */
    benchFrames?: number;
  }
}

/** Seconds from the data to the picture, with Cytoscape's defaults and the names of items. */
async function open(): Promise<number> {
  const began = performance.now();
  const cy = cytoscape({
    container: document.querySelector<HTMLElement>('#chart')!,
    elements,
    layout: { name: 'preset' },
    style: [{ selector: 'node', style: { label: 'data(label)' } }],
  });
  cy.on('render', () => {
    window.benchFrames = (window.benchFrames ?? 0) + 1;
  });
  await new Promise<void>((done) => cy.one('render', () => requestAnimationFrame(() => done())));
  return (performance.now() - began) / 1000;
}

Object.assign(window, { cytoscapeBench: { open, count: elements.length } });
