import { useState } from 'react';
import { t as say, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import type { ListedCase } from '#queries/workspace';
import { Button } from '#ui/controls/index';
import { announce, confirm } from '#ui/dialogs/index';
import { fetchAhead } from '../load-case-page.ts';
import { sampleFile } from '../offline/sample-file.ts';
import { goToCase } from '../route.ts';
import { type Program, useDevice, useProgram } from '../skein-context.ts';

/** Samples shipped with the program: `samples/<id>.skein`, words `sample.<id>.title` and `.about`. */
export const samples = [
  'blue-kestrel',
  'blue-kestrel-handout',
  'oversize',
  'generated-2000',
  'generated-5000',
] as const;
export type SampleId = (typeof samples)[number];

/** Which case of this computer is the copy of a sample: kept on the device, because the case itself may be renamed or merged. */
function copyOf(program: Program, id: SampleId, cases: readonly ListedCase[]): ListedCase | undefined {
  const localId = program.skein.device.get(`sample.${id}`);
  return cases.find((c) => c.localId === localId);
}

async function openSample(program: Program, id: SampleId, cases: readonly ListedCase[]): Promise<void> {
  const copy = copyOf(program, id, cases);
  if (copy) return goToCase(copy.localId);
  let reason = say('start.samples-missing');
  const file = await sampleFile(id);
  if (file) {
    const opened = await program.packages.open(file, { sample: true });
    if (opened.ok) {
      await program.skein.device.set(`sample.${id}`, opened.localId);
      return goToCase(opened.localId);
    }
    if ('cancelled' in opened) return;
    reason = tDynamic(`package.refused.${opened.code}`);
  }
  announce(say('start.sample-failed', { reason }));
}

async function startAgain(program: Program, id: SampleId, cases: readonly ListedCase[]): Promise<void> {
  const copy = copyOf(program, id, cases);
  if (copy) {
    const sure = await confirm({
      title: say('start.sample-again-title'),
      danger: true,
      confirm: say('start.sample-again'),
      body: <p>{say('start.sample-again-body', { title: copy.title, count: copy.count })}</p>,
    });
    if (!sure) return;
    await program.skein.deleteCase(copy.localId);
  }
  await openSample(
    program,
    id,
    cases.filter((c) => c !== copy),
  );
}

export function Samples({ cases }: { cases: readonly ListedCase[] }) {
  const t = useT();
  const program = useProgram();
  useDevice();
  const [busy, setBusy] = useState<SampleId>();
  const run = (id: SampleId, act: typeof openSample) => {
    setBusy(id);
    fetchAhead();
    void act(program, id, cases).finally(() => setBusy(undefined));
  };
  return (
    <ul className="samples">
      {samples.map((id) => (
        <li key={id}>
          <button type="button" className="sample" aria-busy={busy === id} onClick={() => run(id, openSample)}>
            <SamplePicture id={id} />
            <b>{t(`sample.${id}.title`)}</b>
            <span>{t(`sample.${id}.about`)}</span>
          </button>
          {copyOf(program, id, cases) && (
            <Button variant="link" onClick={() => run(id, startAgain)}>
              {t('start.sample-again')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

type Line = readonly [from: number, to: number, style?: 'd' | 't'];
interface Picture {
  readonly points: readonly (readonly [x: number, y: number, style?: 'a' | 'p' | 'b'])[];
  readonly lines: readonly Line[];
}

/** Points on rings around a middle: the look of a large chart, the same at every visit. */
function rings(counts: readonly number[], step: number): Picture {
  const points: [number, number, ('a' | 'p' | 'b')?][] = [[118, 66, 'a']];
  const lines: Line[] = [];
  let before = [0];
  for (const [ring, count] of counts.entries()) {
    const now: number[] = [];
    for (let i = 0; i < count; i++) {
      const angle = (2 * Math.PI * i) / count + ring * 0.4;
      now.push(points.length);
      points.push([
        Math.round(118 + Math.cos(angle) * step * (ring + 1) * 1.7),
        Math.round(66 + Math.sin(angle) * step * (ring + 1)),
      ]);
      const inner = before[Math.floor((i * before.length) / count)];
      if (inner !== undefined) lines.push([inner, points.length - 1]);
    }
    before = now;
  }
  return { points, lines };
}

const pictures: Record<SampleId, Picture> = {
  'blue-kestrel': {
    points: [
      [104, 62, 'a'],
      [66, 30],
      [60, 88],
      [112, 18],
      [160, 36],
      [150, 92],
      [98, 108],
      [26, 22],
      [22, 60, 'p'],
      [28, 104, 'p'],
      [70, 112],
      [196, 20],
      [206, 52],
      [190, 84],
      [212, 106],
      [144, 12],
      [176, 62],
    ],
    lines: [
      [1, 0],
      [2, 0, 'd'],
      [3, 0],
      [4, 0, 't'],
      [5, 0],
      [6, 0],
      [7, 1, 'd'],
      [8, 2],
      [9, 2, 't'],
      [10, 2],
      [11, 4],
      [12, 4, 'd'],
      [13, 5],
      [14, 5, 't'],
      [15, 3],
      [16, 4],
    ],
  },
  'blue-kestrel-handout': {
    points: [
      [36, 30, 'b'],
      [86, 30, 'b'],
      [136, 30, 'b'],
      [186, 30, 'b'],
      [36, 66, 'b'],
      [86, 66, 'b'],
      [136, 66, 'b'],
      [186, 66, 'b'],
      [61, 102],
      [111, 102],
      [161, 102, 'p'],
      [211, 102],
    ],
    lines: [],
  },
  oversize: rings([6, 14, 22], 19),
  'generated-2000': rings([8, 24, 48, 72], 14.5),
  'generated-5000': rings([12, 30, 50, 70, 90], 11.8),
};

const lineClass = { d: 'dashed', t: 'dotted' };

/** A picture of what opens, drawn in the manner of the chart; decoration beside its words. */
function SamplePicture({ id }: { id: SampleId }) {
  const { points, lines } = pictures[id];
  const radius = points.length > 100 ? 1.8 : points.length > 40 ? 3 : 5;
  return (
    <svg viewBox="0 0 236 132" className="sample-picture" aria-hidden="true">
      {lines.map(([from, to, style], i) => {
        const a = points[from];
        const b = points[to];
        return a && b && <path key={i} className={style && lineClass[style]} d={`M${a[0]} ${a[1]}L${b[0]} ${b[1]}`} />;
      })}
      {points.map(([x, y, style], i) =>
        style === 'b' ? (
          <path
            key={i}
            className="sheet"
            d={`M${x - 9} ${y - 12}h13l5 5v19h-18zM${x - 5} ${y - 1}h10M${x - 5} ${y + 5}h10`}
          />
        ) : (
          <circle
            key={i}
            className={style === 'a' ? 'main' : style === 'p' ? 'guarded' : undefined}
            cx={x}
            cy={y}
            r={style === 'a' ? radius + 2 : radius}
          />
        ),
      )}
    </svg>
  );
}
