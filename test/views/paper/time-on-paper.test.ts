import { describe, expect, it } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import type { CaseRecord } from '#domain/record';
import { drawSheet } from '#drawing/drawing-tasks';
import { type Scene, textsOf } from '#drawing/scene/scene';
import { ROLL_FORMATS, type Sheet, SMALLEST_POINTS } from '#drawing/scene/sheet';
import { NO_FILTER } from '#session/filter';
// A view is loaded by the app alone; its parts have no subpath of their own.
import { filterMatch } from '../../../src/views/filter-match.ts';
import { sheetRequest, type Wanted } from '../../../src/views/paper/sheet-request.ts';
import { AT_FIRST } from '../../../src/views/timeline-settings.ts';
import { pdfOf } from '../../drawing/pdf/sheet.ts';
import { pdfText } from '../../support/pdf-text.ts';

const HEAD = { seq: 84, hash: '0011223344556677889900'.padEnd(64, 'a') };
const people = 40;

/** People who each call the next one, on days of May 2026; the first is a migrant. */
const records: readonly CaseRecord[] = [
  {
    id: 'case',
    kind: 'case',
    caseId: 'k',
    title: 'Grey Heron',
    reference: 'GH/7',
    marking: 'RESTRICTED',
    unit: 'Task force',
    zone: 'Asia/Phnom_Penh',
    stages: [],
    notEvidence: true,
  },
  { id: 'c', kind: 'chart', name: 'Calls', multiplicity: 'single', skin: 'icons' },
  { id: 's', kind: 'source', reference: 'IR-12', title: 'Bill', type: 'report' } as unknown as CaseRecord,
  ...Array.from({ length: people }, (_, i): CaseRecord[] => [
    {
      id: `p${i}`,
      kind: 'entity',
      type: 'person',
      label: i === 0 ? 'Real Name' : `Person ${i}`,
      ...(i === 0 && { status: 'migrant' as const, pseudonym: 'P-01' }),
    },
    { id: `c.p${i}`, kind: 'placement', chart: 'c', item: `p${i}`, x: i * 10, y: 0 },
    ...(i === 0
      ? []
      : [
          {
            id: `l${i}`,
            kind: 'link',
            type: 'called',
            from: `p${i - 1}`,
            to: `p${i}`,
            direction: 'forward',
            strength: (['confirmed', 'unconfirmed', 'tentative'] as const)[i % 3]!,
            basis: [{ source: 's', row: i }],
            // One lasts, one is some time of a day, one is not dated, the others are to the minute.
            ...(i === 5
              ? { span: { earliest: '2026-05-02', latest: '2026-05-20' }, count: 1 }
              : i === 6
                ? {}
                : {
                    span: {
                      earliest: `2026-05-${String(1 + (i % 28)).padStart(2, '0')}T10:30`,
                      latest: `2026-05-${String(1 + (i % 28)).padStart(2, '0')}T10:30`,
                    },
                  }),
          } as unknown as CaseRecord,
        ]),
  ]).flat(),
];
const state = CaseState.of(records);
const wanted: Wanted = {
  chart: 'c',
  subject: 'timeline',
  linkWords: 'all',
  index: false,
  tiles: 'none',
  listed: 'chart',
  answer: undefined,
  settings: { ...AT_FIRST, lanes: Array.from({ length: people }, (_, i) => `p${i}`) },
  sheet: { format: 'A4', orientation: 'landscape', ink: 'colour' },
  shape: 'as-drawn',
  filter: null,
  author: { initials: 'AB', unit: 'Port unit' },
  today: new Date('2026-11-21T18:30:00Z'),
};
const drawn = (change: Partial<Wanted> = {}) => drawSheet(sheetRequest(state, HEAD, { ...wanted, ...change })!.request);
const texts = (scene: Scene): string[] => [...textsOf(scene)].map((t) => t.text);
const onPaper = (sheet: Partial<Sheet>) => ({ sheet: { ...wanted.sheet, ...sheet } });

describe('a timeline on paper', () => {
  const { sheets, legend, missing } = drawn();
  const scenes = sheets.map((s) => s.scene);

  it('goes on over sheets where its lines do not fit, each line on one of them, in order', () => {
    expect(scenes.length).toBeGreaterThan(1);
    const names = scenes.flatMap((scene) => texts(scene).filter((t) => /^(Person \d+|P-01)$/.test(t)));
    expect(names).toEqual(Array.from({ length: people }, (_, i) => (i === 0 ? 'P-01' : `Person ${i}`)));
    expect(missing).toEqual([]);
  });

  it('has on each sheet marking twice, its number, zone, axis and the legend; on the first title, sources and the rest', () => {
    scenes.forEach((scene, i) => {
      const on = texts(scene);
      expect(on.filter((t) => t === 'RESTRICTED')).toHaveLength(2);
      expect(on).toContain(`Sheet ${i + 1} of ${scenes.length}`);
      expect(on.some((t) => t.includes('Asia/Phnom_Penh'))).toBe(true);
      expect(on).toContain('Legend: on this chart');
      expect(on.some((t) => /^Log: change 84 · ([a-z]+ ){7}[a-z]+$/.test(t))).toBe(true);
    });
    const on = texts(scenes[0]!);
    for (const text of [
      'Timeline · Grey Heron',
      'Grey Heron',
      'GH/7',
      'Times in',
      'Asia/Phnom_Penh · Gregorian',
      'IR-12',
    ])
      expect(on).toContain(text);
    expect(scenes.flatMap(texts).join()).not.toContain('Real Name');
  });

  it('draws nothing beyond its edges and no type too small to read', () => {
    for (const scene of scenes)
      for (const t of textsOf(scene)) {
        expect(t.size / (25.4 / 72)).toBeGreaterThanOrEqual(SMALLEST_POINTS);
        expect(t.x).toBeGreaterThanOrEqual(5);
        expect(t.x).toBeLessThanOrEqual(scene.width - 5);
        expect(t.y).toBeLessThanOrEqual(scene.height - 5);
      }
  });

  it('explains exactly what is drawn', () => {
    const signs = legend.flatMap((row) => (row.sign === 'time' ? [row.mark] : []));
    for (const mark of ['diamond-confirmed', 'diamond-unconfirmed', 'diamond-tentative', 'join-confirmed', 'arrow'])
      expect(signs).toContain(mark);
    expect(signs).not.toContain('break');
    const ordinal = drawn({ settings: { ...wanted.settings, spacing: 'ordinal' } });
    const without = ordinal.legend.flatMap((row) => (row.sign === 'time' ? [row.mark] : []));
    expect(without).not.toContain('weekend');
    expect(texts(ordinal.sheets[0]!.scene)).toContain('Time in order, not to scale');
  });

  it('gives its text back from the file', async () => {
    const lines = pdfText(await pdfOf(...scenes)).split('\n');
    for (let i = 1; i < people; i++) expect(lines).toContain(`Person ${i}`);
  });

  it('fits on one sheet where the paper is large enough', () => {
    expect(drawn(onPaper({ format: 'A2' })).sheets).toHaveLength(1);
  });

  it.each(ROLL_FORMATS)('on a roll it is as long as it needs to be (%s)', (format) => {
    for (const orientation of ['portrait', 'landscape'] as const) {
      const { sheets: on } = drawn(onPaper({ format, orientation }));
      expect(on).toHaveLength(1);
      const { width, height } = on[0]!.scene;
      const [across, along] = orientation === 'portrait' ? [width, height] : [height, width];
      expect(`roll-${across}`).toBe(format);
      expect(along).toBeLessThan(1500);
    }
  });

  it('leaves out what the filter hides and says how much', () => {
    const filter = filterMatch({ ...NO_FILTER, strengths: ['confirmed'] }, state);
    const asked = sheetRequest(state, HEAD, { ...wanted, filter })!;
    expect(asked.hidden).toBe(26);
    expect(asked.of).toBe(39);
    expect(texts(drawSheet(asked.request).sheets[0]!.scene)).toContain(
      'Filtered: 26 of 39 entities and links left out',
    );
  });

  it('without anything on its lines is empty, and says so', () => {
    const { sheets: none } = drawn({ settings: { ...wanted.settings, lanes: [] } });
    expect(none[0]!.scene.warnings).toEqual([{ code: 'chart-empty' }]);
  });
});

describe('activity on paper', () => {
  const { sheets } = drawn({ subject: 'activity' });

  it('has bars, the hours of the week with their figures, and what is in neither', () => {
    expect(sheets).toHaveLength(1);
    const on = texts(sheets[0]!.scene);
    for (const text of ['What begins, per day', 'Mon', 'Sun', 'Sum', 'RESTRICTED', 'Asia/Phnom_Penh · Gregorian'])
      expect(on).toContain(text);
    expect(on.some((t) => t.startsWith('2026-05-0'))).toBe(true);
    // 37 calls at half past ten: the sum of the hour's column, and of all.
    expect(on.filter((t) => t === '37')).toHaveLength(2);
  });

  it('has a bar for every day something begins, as high as its number', () => {
    const timeline = sheets[0]!.scene.layers.find((l) => l.name === 'timeline')!.shapes;
    const bars = timeline.filter((s) => s.kind === 'rect' && s.stroke === 'none');
    expect(bars.length).toBe(28);
    const heights = new Set(bars.map((b) => (b.kind === 'rect' ? Math.round(b.height) : 0)));
    expect(heights.size).toBeGreaterThan(1);
  });
});
