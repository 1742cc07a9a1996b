// @ts-check
/** @typedef {{ name: string, ph: string, pid: number, tid: number, tdur?: number, args: { name?: string } }} TraceEvent */

/**
 * From now on the browser notes the tasks of the page's thread. `longest` ends that: how long the longest of them took, in ms of the thread's own
 * time, so that what else the machine does meanwhile is not counted.
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<{ longest(): Promise<number> }>}
 */
export async function tasksOfThePage(page) {
  const session = await page.context().newCDPSession(page);
  /** @type {TraceEvent[]} */
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    events.push(.../** @type {TraceEvent[]} */ (/** @type {unknown} */ (value)));
  });
  const complete = new Promise((done) => {
    session.on('Tracing.tracingComplete', done);
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel'], excludedCategories: ['*'] },
  });
  return {
    async longest() {
      await session.send('Tracing.end');
      await complete;
      await session.detach();
      const threadOf = (/** @type {TraceEvent} */ e) => `${e.pid} ${e.tid}`;
      const named = events.filter((e) => e.name === 'thread_name' && e.args.name === 'CrRendererMain');
      const mains = new Set(named.map(threadOf));
      /** @type {Map<string, { sum: number, longest: number }>} */
      const threads = new Map();
      for (const e of events) {
        const thread = threadOf(e);
        if (e.ph !== 'X' || !e.name.endsWith('RunTask') || !mains.has(thread)) continue;
        const { sum, longest } = threads.get(thread) ?? { sum: 0, longest: 0 };
        const ms = (e.tdur ?? 0) / 1000;
        threads.set(thread, { sum: sum + ms, longest: Math.max(longest, ms) });
      }
      // The browser keeps a process ready for the next page; ours is the one that works.
      const [ours] = [...threads.values()].sort((a, b) => b.sum - a.sum);
      if (!ours) throw new Error('the browser noted no tasks of the page');
      return ours.longest;
    },
  };
}
