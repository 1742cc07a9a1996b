import { CaseState } from '#domain/change/case-state';
import type { CaseRecord } from '#domain/record';
import { TimeAxis } from '#drawing/timeline/axis';
import { lanesOf } from '#drawing/timeline/lanes';
import { layTimeline, momentsOf } from '#drawing/timeline/layout';
import { timeMarks } from '#drawing/timeline/marks';
import { seeded } from '../../../scripts/samples/seeded.ts';
import { Board } from '../../../src/views/timeline/board.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** A made-up case: persons and dated links among them, in a zone with daylight saving; one in ten goes on for days, one in ten has no hour. */
function madeUp(persons: number, links: number): CaseState {
  const random = seeded(7);
  const int = (n: number) => Math.floor(random() * n);
  const records: CaseRecord[] = [
    { id: 'case', kind: 'case', caseId: 'bench', title: 'Bench', zone: 'Europe/Berlin', stages: [] },
  ];
  for (let i = 0; i < persons; i++) records.push({ id: `p${i}`, kind: 'entity', type: 'person', label: `Person ${i}` });
  for (let i = 0; i < links; i++) {
    const day = `2026-${two(1 + int(12))}-${two(1 + int(28))}`;
    const kind = int(10);
    const at = kind === 0 ? day : `${day}T${two(int(24))}:${two(int(60))}`;
    const latest = kind === 1 ? `${at.slice(0, 8)}28T23:59` : at;
    records.push({
      id: `l${i}`,
      kind: 'link',
      type: kind === 1 ? 'employs' : 'called',
      from: `p${int(persons)}`,
      to: `p${int(persons)}`,
      direction: 'forward',
      strength: (['confirmed', 'unconfirmed', 'tentative'] as const)[int(3)]!,
      span: { earliest: at, latest },
    });
  }
  return CaseState.of(records);
}

const canvas = document.querySelector('canvas')!;
const pen = canvas.getContext('2d', { alpha: false })!;
const size = { width: canvas.width, height: canvas.height };
const frame = () => new Promise<void>((done) => requestAnimationFrame(() => done()));

function opened(state: CaseState, persons: number): Board {
  const lanes = lanesOf(
    state,
    Array.from({ length: persons }, (_, i) => `p${i}`),
  );
  const marks = timeMarks(state, lanes, { events: true, links: true, sums: true, passes: null, filterMode: 'hide' });
  const layout = layTimeline(lanes, marks, TimeAxis.of('proportional', momentsOf(marks.dated)));
  const board = new Board();
  board.set({
    timeline: { lanes, marks, layout, conflicts: [], contested: new Set() },
    state,
    settings: {
      lanes: null,
      chart: undefined,
      offered: new Map(),
      height: 'tall',
      order: 'own',
      events: true,
      links: true,
      sums: true,
      spacing: 'proportional',
      zones: [],
      calendar: 'gregory',
      below: null,
      play: 'cumulative',
      step: null,
    },
    theme: 'light',
    chosen: [],
    window: undefined,
  });
  board.paint(pen, size);
  return board;
}

/** Seconds from records in memory to the first painted picture. */
async function opening(persons: number, links: number): Promise<number> {
  const state = madeUp(persons, links);
  await frame();
  const began = performance.now();
  opened(state, persons);
  await frame();
  return (performance.now() - began) / 1000;
}

/** Milliseconds the page's thread draws for each frame, while the picture is panned across at `zoom` times what fits. */
async function panning(persons: number, links: number, frames: number, zoom: number): Promise<number[]> {
  const board = opened(madeUp(persons, links), persons);
  board.zoom(zoom);
  const spent: number[] = [];
  for (let i = 0; i < frames; i++) {
    await frame();
    const began = performance.now();
    board.pan(i % 40 < 20 ? -13 : 13, i % 10 < 5 ? -9 : 9);
    board.moving = true;
    board.paint(pen, size);
    spent.push(performance.now() - began);
  }
  return spent;
}

Object.assign(window, { timelineBench: { opening, panning } });
