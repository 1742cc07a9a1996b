import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '#cli/index';

const data = join(import.meta.dirname, '../data');
const families = [
  '--links',
  join(data, 'algorithm_oracles/florentine_families.csv'),
  '--source',
  'source',
  '--target',
  'target',
];

async function skein(...args: string[]) {
  const printed: string[] = [];
  const complaints: string[] = [];
  const status = await runCli(['key-players', ...families, ...args], {
    print: (t) => printed.push(t),
    complain: (l) => complaints.push(l),
  });
  return { status, printed: printed.join(''), complaints };
}

interface Found {
  set: { id: string; contribution: number; alone: number }[];
  value: number;
  before: number;
  proven: boolean;
  ties: number;
  tied_sets: string[][];
  runners_up: { set: string[]; value: number }[];
  method: { parameters: Record<string, unknown>; meaning: string };
}

const { key_players: want } = (
  JSON.parse(readFileSync(join(data, 'algorithm_oracles/expected.json'), 'utf8')) as {
    florentine_families: {
      key_players: Record<string, { fragmentation: number; optimal_sets: string[][] }>;
    };
  }
).florentine_families;

describe('skein key-players', () => {
  it.each([1, 2, 3])('finds the published set of %d whose loss breaks most', async (size) => {
    const { status, printed } = await skein('--size', String(size), '--json');
    expect(status).toBe(0);
    const found = JSON.parse(printed) as Found;
    const best = want[`k${size}`]!;
    expect(Math.abs(found.value - best.fragmentation)).toBeLessThan(2e-9);
    expect(found.set.map((m) => m.id).sort()).toEqual([...best.optimal_sets[0]!].sort());
    expect(found).toMatchObject({ proven: true, ties: 0, before: 0 });
    expect(found.runners_up.every((r) => r.value < found.value)).toBe(true);
    expect(found.method.parameters).toMatchObject({ size, seed: 1 });
    expect(found.method.meaning).toMatch(/links counted/);
  });

  it('names all sets that reach as many', async () => {
    const found = JSON.parse((await skein('--criterion', 'reach', '--size', '2', '--json')).printed) as Found;
    const sets = [found.set.map((m) => m.id), ...found.tied_sets].map((s) => [...s].sort().join());
    expect(sets.sort()).toEqual(want.pos_k2!.optimal_sets.map((s) => [...s].sort().join()).sort());
  });

  it('keeps forced in and excluded out, as a table', async () => {
    const { printed } = await skein('--size', '3', '--force', 'Pazzi', '--exclude', 'Medici,Guadagni');
    const ids = printed
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(',')[0]!);
    expect(ids[0]).toBe('id');
    expect(ids).toContain('Pazzi');
    expect(ids).not.toContain('Medici');
    expect(ids).toHaveLength(4);
  });

  it('estimates first where asked', async () => {
    const estimate = JSON.parse((await skein('--size', '3', '--estimate', '--json')).printed) as Record<
      string,
      unknown
    >;
    expect(estimate).toMatchObject({ exact: true, sets_possible: 455 });
    expect(estimate.seconds).toBeGreaterThan(0);
    const { printed } = await skein('--size', '3', '--estimate');
    expect(printed).toMatch(/^seconds,exact,sets_possible,reason\r\n[\d.e-]+,true,455,""\r\n$/);
  });

  it('tells how sure the set is over resamples, as JSON and as a table of who is in the best sets', async () => {
    const sure = ['--size', '2', '--sure', '--resamples', '200'];
    const told = JSON.parse((await skein(...sure, '--json')).printed) as Found & {
      sure: {
        as_good: number;
        low: number;
        median: number;
        high: number;
        best_sets: { id: string; member: boolean; share: number }[];
        method: Record<string, unknown>;
      };
    };
    const { best_sets: sets, as_good, low, median, high, method } = told.sure;
    expect(
      sets
        .filter((s) => s.member)
        .map((s) => s.id)
        .sort(),
    ).toEqual(told.set.map((m) => m.id).sort());
    expect(sets.reduce((sum, s) => sum + s.share, 0)).toBeCloseTo(2, 9);
    expect(as_good).toBeGreaterThan(0);
    expect(low <= median && median <= high).toBe(true);
    expect(method).toMatchObject({ resamples: 200, seed: 1, confirmed: 0.95 });
    const { printed } = await skein(...sure, '--table', 'best-sets');
    expect(printed.split('\r\n')[0]).toBe('id,member,share');
    expect(printed.trimEnd().split('\r\n')).toHaveLength(sets.length + 1);
    const figures = (await skein(...sure, '--table', 'figures')).printed.split('\r\n');
    expect(figures[0]).toBe('value,before,proven,ties,sets_possible,as_good,low,high,reason');
    expect(figures[1]).toContain(`,${as_good},${low},${high},`);
    // Where every link stays the set found stays the best.
    const kept = await skein('--size', '2', '--sure', '--confirmed', '1', '--json');
    expect(JSON.parse(kept.printed)).toMatchObject({ sure: { as_good: 1, low: told.value, high: told.value } });
  });

  it.each([
    ['resamples of nothing', ['--resamples', '300'], /--resamples is read by --sure/],
    ['a table that it does not have', ['--table', 'best-sets'], /--table best-sets needs --sure/],
    ['a value that begins with a dash', ['--size', '-1'], /--size.* use '--size=-/],
    ['unknown criterion', ['--criterion', 'fame'], /unknown criterion "fame"/],
    ['too large a set', ['--size', '16', '--criterion', 'reach'], /larger than the network/],
    ['nothing left', ['--size', '14'], /fewer than two others/],
    ['not in the network', ['--force', 'Borgia'], /--force: no "Borgia"/],
    ['forced and excluded', ['--force', 'Medici', '--exclude', 'Medici'], /both required and excluded: Medici/],
    ['parameter of another', ['--steps', '2'], /--steps is no parameter of fragmentation/],
    ['size that is none', ['--size', 'few'], /--size takes a number from 1 to 50/],
  ])('%s is refused in one line', async (_, args, line) => {
    const { status, printed, complaints } = await skein(...args);
    expect(status).toBe(2);
    expect(printed).toBe('');
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toMatch(line);
  });
});
