import { expect, it } from 'vitest';
import { fileName } from '#queries/file-name';

it('a file is called after its case’s random id, what is in it, change, day and time: nothing of the case in words', () => {
  const at = new Date(2026, 10, 22, 9, 5);
  expect(fileName('timeline', '7f3k2a9c0e1d4b6x', 22, at, 'pdf')).toBe('skein-7f3k2a9c-timeline-22-20261122-0905.pdf');
  expect(fileName('', '7f3k2a9c0e1d4b6x', 22, at, 'skein')).toBe('skein-7f3k2a9c-22-20261122-0905.skein');
  // Cases, changes and minutes are told apart.
  const names = [
    fileName('links', 'aaaaaaaa', 1, at, 'pdf'),
    fileName('links', 'bbbbbbbb', 1, at, 'pdf'),
    fileName('links', 'aaaaaaaa', 2, at, 'pdf'),
    fileName('links', 'aaaaaaaa', 1, new Date(2026, 10, 22, 9, 6), 'pdf'),
  ];
  expect(new Set(names).size).toBe(4);
  expect(fileName('chart-1', '', 3, at, 'svg')).toBe('skein-case-chart-1-3-20261122-0905.svg');
});
