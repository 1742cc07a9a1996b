import { expect, test } from 'vitest';
import { convertGrade, convertWarning, sameCodeTraps } from '#domain/grading/conversion';
import { allHandling, handlingText, limitsOf, readHandling } from '#domain/grading/handling';
import { gradingSchemes } from '#domain/grading/index';
import { gradeCode } from '#domain/grading/strength';
import { en } from '../../../src/i18n/messages/en/index.ts';

const messages = new Set<string>(Object.keys(en));

test('the traps of the handbook are found: C, E and 4 do not mean the same', () => {
  expect(sameCodeTraps('4x4', '5x5x5')).toContainEqual({ axis: 'source', code: 'C' });
  expect(sameCodeTraps('5x5x5', '6x6')).toContainEqual({ axis: 'source', code: 'E' });
  expect(sameCodeTraps('4x4', '6x6')).toContainEqual({ axis: 'information', code: '4' });
  expect(sameCodeTraps('4x4', '4x4')).toEqual([]);
});

test('reading an untested 5x5x5 source as an Admiralty one warns, and proposes F', () => {
  const grade = { scheme: '5x5x5', source: 'E', information: '2' } as const;
  const warned = convertWarning(grade, '6x6').map((w) => `${w.code} ${w.axis}`);
  expect(warned).toContain('same-code-other-meaning source');
  const proposal = convertGrade(grade, '6x6');
  expect(proposal.source).toBe('F');
});

test('an uncorroborated 4 never becomes doubtful', () => {
  expect(convertGrade({ scheme: '4x4', source: 'B', information: '4' }, '6x6')).toMatchObject({
    source: 'B',
    information: '6',
  });
});

test('"cannot judge" is proposed only as "cannot judge", in every pair of schemes', () => {
  for (const from of gradingSchemes) {
    for (const to of gradingSchemes) {
      for (const source of from.source) {
        for (const information of from.information) {
          const c = convertGrade({ scheme: from.id, source: source.code, information: information.code }, to.id);
          const there = (axis: 'source' | 'information') =>
            gradeCode({ scheme: to.id, source: c.source ?? '', information: c.information ?? '' }, axis)?.worth;
          if (source.worth === 'unjudged') expect(['unjudged', undefined]).toContain(there('source'));
          if (information.worth === 'unjudged') expect(['unjudged', undefined]).toContain(there('information'));
          if (from.id !== to.id && c.source === undefined) {
            expect(c.warnings.some((w) => w.code === 'no-equal' && w.axis === 'source')).toBe(true);
          }
          for (const w of c.warnings) expect(messages.has(`grading.warning.${w.code}`), w.code).toBe(true);
        }
      }
    }
  }
});

test('a grade converted to its own scheme is itself, without warnings', () => {
  for (const s of gradingSchemes) {
    for (const source of s.source) {
      for (const information of s.information) {
        const c = convertGrade({ scheme: s.id, source: source.code, information: information.code }, s.id);
        expect(c).toEqual({ scheme: s.id, source: source.code, information: information.code, warnings: [] });
      }
    }
  }
});

test('handling codes are read, written back, and say what must wait for permission', () => {
  expect(limitsOf('europol:H1')).toEqual({ limits: ['evidence'], readable: true });
  expect(limitsOf('europol:H2').limits).toEqual(['export']);
  expect(limitsOf('5x5x5:4').limits).toEqual(['export']);
  expect(limitsOf('5x5x5:5').limits).toEqual(['export']);
  expect(limitsOf('3x5x2:C/A1/S2').limits).toEqual(['action', 'export']);
  expect(limitsOf('3x5x2:P').limits).toEqual([]);
  expect(limitsOf('ask the attaché first')).toEqual({ limits: [], readable: false });
  expect(limitsOf('europol:H7').readable).toBe(false);
  expect(limitsOf(undefined)).toEqual({ limits: [], readable: true });
  expect(readHandling('europol:H3 return by June')).toEqual({
    scheme: 'europol',
    codes: ['H3'],
    rest: 'return by June',
  });
  for (const h of allHandling()) expect(readHandling(handlingText(h))).toEqual(h);
});
