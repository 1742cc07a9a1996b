import { type DrawingContract, drawPng, drawSheet, drawSvg } from '#drawing/drawing-tasks';
import { type WebPort, webPort } from '#threads/port';
import { type Handlers, serve } from '#threads/serve';

const scope = globalThis as unknown as WebPort & { readonly fonts: FontFaceSet };

/** None of them yields: the page declares them uninterruptible, and a cancel ends this worker. */
const handlers: Handlers<DrawingContract> = {
  async *sheet(request) {
    yield { done: 0, of: 1, stage: 'sheet' };
    return { result: drawSheet(request) };
  },
  async *svg({ scene, fonts }) {
    yield { done: 0, of: 1, stage: 'svg' };
    return { result: drawSvg(scene, fonts) };
  },
  async *png({ scene, fonts, dpi }) {
    yield { done: 0, of: 1, stage: 'png' };
    const result = await drawPng(scene, fonts, dpi, scope.fonts);
    return 'png' in result ? { result, transfer: [result.png] } : { result };
  },
};

// The page's worker: its global scope is the port.
serve(webPort(scope), handlers);
