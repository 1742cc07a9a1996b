import { type DrawingContract, drawOutlinedSvg, drawPdf, drawPng, drawSheet, drawSvg } from '#drawing/drawing-tasks';
import { type WebPort, webPort } from '#threads/port';
import { type Handlers, serve } from '#threads/serve';

const scope = globalThis as unknown as WebPort & { readonly fonts: FontFaceSet };

/** Only `pdf` yields on its way: the page declares the others uninterruptible, and a cancel of them ends this worker. */
const handlers: Handlers<DrawingContract> = {
  async *sheet(request) {
    yield { done: 0, of: 1, stage: 'sheet' };
    return { result: drawSheet(request) };
  },
  async *svg({ scene, fonts }) {
    yield { done: 0, of: 1, stage: 'svg' };
    return { result: drawSvg(scene, fonts) };
  },
  async *'svg-outlined'({ scene, fonts }) {
    yield { done: 0, of: 1, stage: 'svg' };
    const outcome = await drawOutlinedSvg(scene, fonts);
    return 'svg' in outcome ? { result: outcome.svg } : outcome;
  },
  async *png({ scene, fonts, dpi }) {
    yield { done: 0, of: 1, stage: 'png' };
    const result = await drawPng(scene, fonts, dpi, scope.fonts);
    return 'png' in result ? { result, transfer: [result.png] } : { result };
  },
  async *pdf({ pages, fonts, locale }) {
    const steps = drawPdf(pages, fonts, locale);
    for (;;) {
      const step = await steps.next();
      if (!step.done) yield { ...step.value, stage: 'pdf' };
      else if ('failure' in step.value) return step.value;
      else return { result: step.value.pdf, transfer: [step.value.pdf] };
    }
  },
};

// The page's worker: its global scope is the port.
serve(webPort(scope), handlers);
