import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Entity } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import { drawPdf, drawSheet } from '#drawing/drawing-tasks';
import { woffName } from '#drawing/pdf/font-file';
import type { ChartContent } from '#drawing/scene/chart-content';
import { singlePage } from '#drawing/scene/pages';
import type { SheetFormat } from '#drawing/scene/sheet';
import { tilePages, tilePlan } from '#drawing/scene/tiles';
import { fontsNeeded } from '#drawing/svg/font-faces';
import { tDynamic } from '#i18n/index';

// `node paper.mjs ENTITIES LINKS FORMAT TILES` prints one JSON line {seconds, wall, checksum}: from the records to the bytes of a PDF, with the
// shaper loaded anew, as in a worker that has just started. The checksum is the number of bytes.

const NAMES = ['SOK Dara', 'លឹម ពិសិដ្ឋ', 'สมชาย ใจดี', 'ບຸນມີ ສີສະຫວັດ', 'အောင်ကျော်မင်း', 'Trần Quốc Dũng'];

/** Entities on a grid that is a little out of line, each linked to some that stand near: what a tidied chart looks like. */
function chart(entities: number, links: number): ChartContent {
  const columns = Math.ceil(Math.sqrt(entities * 1.6));
  let seed = 7;
  const random = (): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return seed / 2 ** 31;
  };
  const placed = Array.from({ length: entities }, (_, i) => {
    const entity: Entity = {
      id: `e${i}`,
      kind: 'entity',
      type: i % 3 === 0 ? 'phone-number' : 'person',
      label: `${NAMES[i % NAMES.length]} ${i}`,
    };
    return { entity, x: (i % columns) * 120 + random() * 40, y: Math.floor(i / columns) * 110 + random() * 40 };
  });
  const drawn = Array.from({ length: links }, (_, i): Link => {
    const from = Math.floor(random() * entities);
    const step = [1, columns, columns + 1, 2][i % 4]!;
    return {
      id: `l${i}`,
      kind: 'link',
      type: i % 2 === 0 ? 'called' : 'associate',
      from: `e${from}`,
      to: `e${(from + step) % entities}`,
      direction: 'forward',
      strength: i % 5 === 0 ? 'unconfirmed' : 'confirmed',
    };
  });
  return {
    chart: { id: 'c', kind: 'chart', name: 'Bench', multiplicity: 'single', skin: 'icons' },
    entities: placed,
    links: drawn,
    groups: [],
  };
}

const [entities = '300', links = '450', format = 'A3', tiles = 'none'] = process.argv.slice(2);
const content = chart(Number(entities), Number(links));
const require = createRequire(import.meta.url);
const began = performance.now();
const cpu = process.cpuUsage();
const drawn = drawSheet({
  kind: 'chart',
  content,
  sheet: { format: format as SheetFormat, orientation: 'landscape', ink: 'colour' },
  marking: 'RESTRICTED',
  block: { title: 'Bench', notEvidence: false, sources: [] },
});
const { scene } = drawn.sheets[0]!;
if (drawn.missing.length > 0) throw new Error('characters without a font');
const fonts = fontsNeeded(scene).map(({ subset: { folder }, file }) => ({
  file: woffName(file),
  bytes: readFileSync(join(dirname(require.resolve(`@fontsource/${folder}/package.json`)), 'files', woffName(file))),
}));
const pages =
  tiles === 'none'
    ? [singlePage(scene)]
    : tilePages(scene, tilePlan(scene, tiles as SheetFormat), { marking: 'RESTRICTED', words: tDynamic });
const steps = drawPdf(pages, fonts, 'en');
let step = await steps.next();
while (!step.done) step = await steps.next();
if ('failure' in step.value) throw new Error(step.value.failure);
const used = process.cpuUsage(cpu);
const wall = (performance.now() - began) / 1000;
const seconds = (used.user + used.system) / 1e6;
process.stdout.write(`${JSON.stringify({ seconds, wall, checksum: step.value.pdf.byteLength })}\n`);
