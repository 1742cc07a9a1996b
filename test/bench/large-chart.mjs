import { serve } from '../../scripts/serve.mjs';
import { changeNumber, chart, serveBuilt, sitDown, visit } from './browser.mjs';
import { worked } from './timeline.mjs';
import { bundlePage, median } from './timing.mjs';

const GRAPH = '5,000 x 20,000';
/** Row and what it is held to, seconds. */
const GOALS = {
  'large-sample': 'the sample from its package to its summary',
  'large-summary': 'goal 3: a case on the disk to its summary',
  'large-drawn': 'goal 3: a case on the disk, all drawn',
  'large-pan': "goal 0.010 of the page's thread per frame",
  'large-pan-wall': 'goal 0.2 of the peer; seconds on the clock per frame',
  'large-detail': 'goal 0.200 from standing still to all detail',
  'large-edit': 'goal 0.100: an item more, on screen and on disk',
  'large-search': 'goal 0.100 from a key to the hits',
  'large-window': 'goal 0.100: a date typed into the filter to the picture',
  'large-window-back': 'goal 0.100: the filter cleared to the picture',
  'large-window-timeline': 'goal 0.100: the window on the timeline moved by ten bars',
};
const IDS = Object.keys(GOALS);
const STEPS = 80;
const STEP = 7;

/** Notes when the picture of a large chart is painted, and when the frame after the last painting is there; it costs a number a painting. */
function watchPicture() {
  const painted = [];
  Object.assign(window, { benchPainted: painted, benchShown: 0 });
  const shown = () => Object.assign(window, { benchShown: performance.now() });
  const { clearRect } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.clearRect = function (...box) {
    if (/^graph-canvas-(picture|names)$/.test(this.canvas.className)) {
      painted.push(performance.now());
      requestAnimationFrame(() => requestAnimationFrame(shown));
    }
    return clearRect.apply(this, box);
  };
}

const twoFrames = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** Seconds on the clock until `act` is done and painted. */
async function clocked(page, act) {
  const began = performance.now();
  await act();
  await twoFrames(page);
  return (performance.now() - began) / 1000;
}

/** Nothing more is to come: the picture is painted and no task waits. */
const settled = (page) => page.waitForTimeout(900);

/** Counts the frames in which the picture of our chart stands elsewhere than in the frame before. */
function countMoves() {
  const picture = document.querySelector('.graph-canvas-picture');
  let stood = picture.style.transform;
  window.benchFrames = 0;
  const look = () => {
    if (picture.style.transform !== stood) window.benchFrames += 1;
    stood = picture.style.transform;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/**
 * Presses at the left edge, pushes the chart to the right and holds still. A step is sent when the page has taken the one before; steps that
 * come faster than the page draws may be taken together, so the clock is told by frame drawn (`window.benchFrames`), not by step.
 */
async function push(page, box) {
  const x = box.x + 30;
  const y = box.y + box.height / 2;
  await page.mouse.move(x, y);
  await page.mouse.down();
  const drawn = () => page.evaluate(() => window.benchFrames);
  const before = await drawn();
  const began = performance.now();
  const { seconds } = await worked(page, async () => {
    for (let i = 1; i <= STEPS; i++) await page.mouse.move(x + STEP * i, y + (i % 9));
    await twoFrames(page);
  });
  const wall = (performance.now() - began) / 1000;
  const frames = (await drawn()) - before;
  if (frames < STEPS / 4) throw new Error(`a push of ${STEPS} steps drew ${frames} frames`);
  return { thread: seconds / frames, wall: wall / frames, frames };
}

/** The program's chart pushed: page's thread and clock per step, and seconds from the last step until all detail is back. */
async function pan(page) {
  await chart(page).focus();
  await page.keyboard.press('Escape');
  await settled(page);
  await page.evaluate(() => {
    window.addEventListener('pointermove', (e) => Object.assign(window, { benchMoved: e.timeStamp }), true);
  });
  await page.evaluate(countMoves);
  const taken = await push(page, await chart(page).boundingBox());
  await settled(page);
  const detail = await page.evaluate(() => (window.benchShown - window.benchMoved) / 1000);
  await page.mouse.up();
  return { ...taken, detail };
}

/** Names, numbers and firms, each with hits of its own. */
const SOUGHT = ['Ga', 'Hale', '+999 41', 'Trad', 'Ostr', 'Kest', 'Mendin'];

/** Seeks one text after the other; seconds from the input to the frame that shows the last change of the hits. */
async function search(page) {
  await page.evaluate(() => {
    const seen = { input: 0, shown: 0 };
    Object.assign(window, { benchSearch: seen });
    const side = document.querySelector('#explorer-search');
    const shown = () => Object.assign(seen, { shown: performance.now() });
    side.addEventListener('input', (e) => Object.assign(seen, { input: e.timeStamp }), true);
    new MutationObserver(() => requestAnimationFrame(() => requestAnimationFrame(shown))).observe(
      side.querySelector('ul') ?? side,
      { childList: true, characterData: true, subtree: true },
    );
  });
  const field = page.getByRole('searchbox', { name: 'Search this case' });
  const laps = [];
  for (const text of SOUGHT) {
    await field.fill(text);
    await page.waitForFunction(() => window.benchSearch.shown > window.benchSearch.input);
    await page.waitForTimeout(300);
    laps.push(await page.evaluate(() => (window.benchSearch.shown - window.benchSearch.input) / 1000));
  }
  await field.fill('');
  // The first search of all makes the search keys of all records.
  return { first: laps[0], each: median(laps.slice(1)) };
}

const DATES = ['2025-03', '2025-05', '2025-02', '2025-04', '2025-06'];

/** Fills the filter's first date; seconds until the chart's picture shows it. */
async function moveWindow(page, text) {
  await settled(page);
  await page.evaluate(() => {
    document.addEventListener('input', (e) => Object.assign(window, { benchInput: e.timeStamp }), {
      capture: true,
      once: true,
    });
  });
  await page.getByLabel('From', { exact: true }).fill(text);
  await page.waitForFunction(() => window.benchShown > window.benchInput);
  await settled(page);
  return page.evaluate(() => (window.benchShown - window.benchInput) / 1000);
}

/** One date after the other typed and cleared; the first of each is told apart: the program has not done it before. */
async function moveWindows(page) {
  const laps = { typed: [], cleared: [] };
  for (const date of DATES) {
    laps.typed.push(await moveWindow(page, date));
    laps.cleared.push(await moveWindow(page, ''));
  }
  const told = (all) => ({ first: all[0], each: median(all.slice(1)) });
  return { typed: told(laps.typed), cleared: told(laps.cleared) };
}

/** Moves the beginning of the timeline's window by one bar after the other; seconds from the key to the frame that shows it. */
async function moveTimelineWindow(page) {
  await page.getByRole('button', { name: 'Open a view' }).click();
  await page.getByRole('menuitem', { name: /^Timeline/ }).click();
  const end = page.locator('.timeline-track [data-grip="from"]');
  await end.waitFor();
  const laps = [];
  for (let i = 0; i < 5; i++) {
    await settled(page);
    await end.focus();
    await page.evaluate(() => {
      const grip = document.querySelector('.timeline-track [data-grip="from"]');
      const seen = { began: 0, shown: 0 };
      Object.assign(window, { benchWindow: seen });
      addEventListener('keydown', (e) => Object.assign(seen, { began: e.timeStamp }), { capture: true, once: true });
      const watch = new MutationObserver(() => {
        watch.disconnect();
        requestAnimationFrame(() => requestAnimationFrame(() => Object.assign(seen, { shown: performance.now() })));
      });
      watch.observe(grip, { attributes: true, attributeFilter: ['aria-valuenow', 'aria-valuetext', 'style'] });
    });
    await page.keyboard.press('PageUp');
    await page.waitForFunction(() => window.benchWindow.shown > 0);
    laps.push(await page.evaluate(() => (window.benchWindow.shown - window.benchWindow.began) / 1000));
  }
  return median(laps);
}

/** An item more; seconds from the key to the frame that shows it as saved. */
async function edit(page) {
  const before = await changeNumber(page);
  await chart(page).focus();
  await page.keyboard.press('Digit1');
  // A name nobody has: one that is known would be asked about.
  await page.keyboard.type(`Bench ${before}`);
  await settled(page);
  await page.evaluate(
    (text) => {
      const status = document.querySelector('footer[aria-label="Status"]');
      const seen = { began: 0, shown: 0 };
      Object.assign(window, { benchEdit: seen });
      const begin = (e) => Object.assign(seen, { began: e.timeStamp });
      addEventListener('keydown', begin, { capture: true, once: true });
      const shown = () => Object.assign(seen, { shown: performance.now() });
      const watch = new MutationObserver(() => {
        if (!status.textContent.includes(text)) return;
        watch.disconnect();
        requestAnimationFrame(() => requestAnimationFrame(shown));
      });
      watch.observe(status, { subtree: true, childList: true, characterData: true });
    },
    `· change ${(before + 1).toLocaleString('en-GB')}`,
  );
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => window.benchEdit.shown > 0);
  return page.evaluate(() => (window.benchEdit.shown - window.benchEdit.began) / 1000);
}

/** One turn of the program: laps by row. */
async function program(site) {
  const laps = {};
  await visit(site, async (page, url) => {
    await page.addInitScript(watchPicture);
    await page.goto(url);
    await sitDown(page);
    const summary = page.locator('.too-many');
    laps['large-sample'] = await clocked(page, async () => {
      await page.locator('button.sample', { hasText: '5,000' }).click();
      await summary.waitFor();
    });
    const drawn = chart(page).and(page.locator('[aria-label*=" items"]'));
    const draw = async () => {
      await summary.getByRole('button', { name: /^Draw/ }).click();
      await drawn.waitFor();
      await page.waitForFunction(() => window.benchPainted?.length > 0);
    };
    laps['large-summary'] = await clocked(page, async () => {
      await page.reload();
      await summary.waitFor();
    });
    await settled(page);
    laps['large-drawn'] = await clocked(page, async () => {
      await page.reload();
      await summary.waitFor();
      await draw();
    });
    const panned = await pan(page);
    laps['large-pan'] = panned.thread;
    laps['large-pan-wall'] = panned.wall;
    laps['large-detail'] = panned.detail;
    const found = await search(page);
    laps['large-search'] = found.each;
    laps['large-search-first'] = found.first;
    const windows = await moveWindows(page);
    laps['large-window'] = windows.typed.each;
    laps['large-window-first'] = windows.typed.first;
    laps['large-window-back'] = windows.cleared.each;
    laps['large-window-back-first'] = windows.cleared.first;
    const edits = [];
    for (let i = 0; i < 5; i++) edits.push(await edit(page));
    laps['large-edit'] = median(edits);
    laps['large-window-timeline'] = await moveTimelineWindow(page);
  });
  return laps;
}

/** The same data drawn by Cytoscape's defaults on a page of its own. */
async function peer(site) {
  const laps = {};
  await visit(site, async (page) => {
    await page.goto(site.url);
    await page.waitForFunction(() => 'cytoscapeBench' in window);
    laps['large-drawn'] = await page.evaluate(() => window.cytoscapeBench.open());
    await page.waitForTimeout(1500);
    laps['large-pan-wall'] = (await push(page, await page.locator('#chart').boundingBox())).wall;
  });
  return laps;
}

/** The large sample, summed up and drawn, beside Cytoscape with the same data. Needs `npm run build`. */
export const largeChart = {
  name: 'large-chart',
  async *rows({ turns, wanted }) {
    const chosen = IDS.filter(wanted);
    if (chosen.length === 0) return;
    const ours = [];
    const theirs = [];
    const withPeer = ['large-drawn', 'large-pan-wall'].some((id) => chosen.includes(id));
    const site = await serveBuilt();
    const other = withPeer && (await serve({ port: 0, root: await bundlePage('cytoscape-page') }));
    try {
      for (let turn = 0; turn < turns; turn++) {
        ours.push(await program(site));
        if (other) theirs.push(await peer(other));
      }
    } finally {
      await site.close();
      if (other) await other.close();
    }
    for (const id of chosen) {
      const ours_s = median(ours.map((laps) => laps[id]));
      const known = theirs.flatMap((laps) => laps[id] ?? []);
      const peer_s = known.length > 0 ? median(known) : null;
      const first = ours.flatMap((laps) => laps[`${id}-first`] ?? []);
      const more = first.length > 0 ? `; the first of all ${median(first).toFixed(2)} s` : '';
      yield {
        id,
        graph: GRAPH,
        ours_s,
        peer: peer_s === null ? null : 'cytoscape',
        peer_s,
        ratio: peer_s === null ? null : ours_s / peer_s,
        note: GOALS[id] + more,
      };
    }
  },
};
