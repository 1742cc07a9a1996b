import { expect, test } from 'vitest';
import type { Network } from '#analysis/graph/network';
import { type SamplingWarning, samplingWarnings } from '#analysis/studies/index';
import { networkOf } from './networks.ts';

const day = 86_400_000;
const warn = (network: Network, top: readonly number[] = [], outside?: readonly number[]) =>
  samplingWarnings(network, { top, ...(outside && { outside: Int32Array.from(outside) }) });
const of = (warnings: readonly SamplingWarning[], code: SamplingWarning['code']) =>
  warnings.filter((w) => w.code === code);

/** The bill of 0, with five others, and two links of the others from reports. */
const bill = networkOf(8, [
  ...[1, 2, 3, 4, 5].map((to) => ({ from: 0, to, sources: [0] })),
  { from: 1, to: 2, sources: [1] },
  { from: 6, to: 1, sources: [2] },
]);

test('who is followed by a source looks central: so many of the links rest on it alone', () => {
  expect(of(warn(bill, [0, 1]), 'target-bias')).toEqual([
    { code: 'target-bias', node: 0, links: 5, of: 5, sources: [0] },
  ]);
  expect(of(warn(bill, [1]), 'target-bias'), 'nobody follows 1').toEqual([]);
  expect(of(warn(bill, [0]), 'targets-on-top')).toEqual([
    { code: 'targets-on-top', targets: 1, top: 1, allTargets: 1, of: 8 },
  ]);
  expect(of(warn(bill, [0]), 'unwatched')).toEqual([{ code: 'unwatched', nodes: 7, of: 8 }]);
});

test('links that others bear out as well are no bias, and a source of three links follows nobody', () => {
  const borneOut = networkOf(
    6,
    [1, 2, 3, 4, 5].map((to) => ({ from: 0, to, sources: [0, 1, 2] })),
  );
  expect(of(warn(borneOut, [0]), 'target-bias'), 'all three are bills of 0').toHaveLength(1);
  const report = networkOf(6, [
    ...[1, 2, 3, 4, 5].map((to) => ({ from: 0, to, sources: [0, 1] })),
    ...[2, 3, 4, 5].map((to) => ({ from: 1, to, sources: [1] })),
  ]);
  expect(of(warn(report, [0]), 'target-bias'), 'the report is no bill').toEqual([]);
  const small = networkOf(
    4,
    [1, 2, 3].map((to) => ({ from: 0, to, sources: [0] })),
  );
  expect(of(warn(small, [0]), 'target-bias')).toEqual([]);
});

test('isolates, few sources, one source, single sources and none', () => {
  expect(of(warn(bill), 'isolates')).toEqual([{ code: 'isolates', nodes: 1, of: 8 }]);
  expect(of(warn(bill), 'few-sources')).toEqual([{ code: 'few-sources', sources: 3 }]);
  expect(of(warn(bill), 'one-source')).toEqual([{ code: 'one-source', source: 0, links: 5, of: 7 }]);
  expect(of(warn(bill), 'single-source')).toEqual([{ code: 'single-source', links: 7, of: 7 }]);
  expect(of(warn(networkOf(2, [{ from: 0, to: 1 }])), 'unsourced')).toEqual([{ code: 'unsourced', links: 1, of: 1 }]);
});

test('links that begin or end at the edge of the observed time, more than chance would put there', () => {
  const spread = networkOf(
    2,
    Array.from({ length: 50 }, (_, d) => ({ from: 0, to: 1, time: [d * day, (d + 1) * day] as const })),
  );
  expect(of(warn(spread), 'censored-window'), 'spread evenly').toEqual([]);
  const cut = networkOf(
    2,
    Array.from({ length: 50 }, (_, d) => ({ from: 0, to: 1, time: [0, (d + 1) * day] as const })),
  );
  expect(of(warn(cut), 'censored-window')).toEqual([
    { code: 'censored-window', links: 50, of: 50, from: 0, to: 50 * day },
  ]);
});

test('missing dates are counted where some are dated, and are no flaw where none is', () => {
  const some = networkOf(3, [
    { from: 0, to: 1, time: [0, day] },
    { from: 1, to: 2 },
  ]);
  expect(of(warn(some), 'undated')).toEqual([{ code: 'undated', links: 1, of: 2 }]);
  expect(of(warn(bill), 'undated')).toEqual([]);
  const open = networkOf(2, [{ from: 0, to: 1, time: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] }]);
  expect(of(warn(open), 'censored-window')).toEqual([]);
});

test('links that lead out of the scope, and who has most of theirs out there', () => {
  const warnings = warn(bill, [0, 6], [0, 1, 0, 0, 0, 0, 3, 0]);
  expect(of(warnings, 'scope-edge')).toEqual([{ code: 'scope-edge', links: 4, of: 11 }]);
  expect(of(warnings, 'scope-edge-of')).toEqual([{ code: 'scope-edge-of', node: 6, links: 3, of: 4 }]);
});

test('of nobody there is nothing to warn of', () => {
  expect(warn(networkOf(0, []))).toEqual([]);
});
