import { spawnSync } from 'node:child_process';

/** A page as greys, row by row, 0 black to 255 white. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly greys: Uint8Array;
}

/** Whether this machine has Poppler's pdftoppm, which draws PDF files. */
export function canDrawPdf(): boolean {
  return spawnSync('pdftoppm', ['-v']).error === undefined;
}

/** A page as Poppler draws it. */
export function drawnPdf(pdf: Uint8Array, dpi = 100, nth = 1): Picture {
  const { stdout, status, stderr } = spawnSync(
    'pdftoppm',
    ['-gray', '-r', String(dpi), '-f', String(nth), '-l', String(nth), '-'],
    {
      input: pdf,
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  if (status !== 0) throw new Error(`pdftoppm: ${stderr.toString()}`);
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(stdout.subarray(0, 40).toString('latin1'));
  if (!head) throw new Error('pdftoppm gave no grey picture');
  return {
    width: Number(head[1]),
    height: Number(head[2]),
    greys: new Uint8Array(stdout.subarray(head[0].length)),
  };
}

/** Dots a square of the comparison is wide: ink may lie a dot further left or right. */
const SQUARE = 8;

/**
 * How alike two pictures of about the same size are, 0 to 1: the share of ink both have in each small square, of all the ink either
 * has. White against white says nothing and does not count.
 */
export function likeness(a: Picture, b: Picture): number {
  if (Math.abs(a.width - b.width) > 2 || Math.abs(a.height - b.height) > 2) return 0;
  const columns = Math.floor(Math.min(a.width, b.width) / SQUARE);
  const rows = Math.floor(Math.min(a.height, b.height) / SQUARE);
  const [inkA, inkB] = [ink(a, columns, rows), ink(b, columns, rows)];
  let shared = 0;
  let all = 0;
  for (let i = 0; i < inkA.length; i++) {
    shared += Math.min(inkA[i]!, inkB[i]!);
    all += Math.max(inkA[i]!, inkB[i]!);
  }
  return all === 0 ? 1 : shared / all;
}

function ink({ width, greys }: Picture, columns: number, rows: number): Float64Array {
  const out = new Float64Array(columns * rows);
  for (let y = 0; y < rows * SQUARE; y++)
    for (let x = 0; x < columns * SQUARE; x++)
      out[Math.floor(y / SQUARE) * columns + Math.floor(x / SQUARE)]! += 255 - greys[y * width + x]!;
  return out;
}
