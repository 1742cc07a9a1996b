import { expect, test } from 'vitest';
import {
  type GradingScheme,
  gradingSchemes,
  type HandlingScheme,
  handlingSchemes,
  type SchemeId,
} from '#domain/grading/index';
import { bestGrade, compareGrades, rankOf, strengthOf } from '#domain/grading/strength';
import type { Grade } from '#domain/source/source';
import { en } from '../../../src/i18n/messages/en/index.ts';

const messages = new Map<string, string>(Object.entries(en));
const schemes: readonly GradingScheme[] = gradingSchemes;
const g = (scheme: SchemeId, code: string): Grade => ({ scheme, source: code[0] ?? '', information: code[1] ?? '' });

test('every code of every scheme has its wording', () => {
  const missing: string[] = [];
  const need = (key: string) => {
    if (!messages.has(key)) missing.push(key);
  };
  for (const s of schemes) {
    need(`grading.${s.id}`);
    for (const c of s.source) need(`grading.${s.id}.source.${c.code}`);
    for (const c of s.information) need(`grading.${s.id}.information.${c.code}`);
  }
  for (const s of handlingSchemes as readonly HandlingScheme[]) {
    need(`handling.${s.id}`);
    for (const c of s.codes) need(`handling.${s.id}.${c.code}`);
    for (const condition of s.conditions ?? []) {
      need(`handling.${s.id}.${condition.id}`);
      for (const c of condition.codes) need(`handling.${s.id}.${c.code}`);
    }
  }
  expect(missing).toEqual([]);
});

test.each<[SchemeId, string, string]>([
  ['4x4', 'A1', 'confirmed'],
  ['4x4', 'B2', 'confirmed'],
  ['4x4', 'B3', 'unconfirmed'],
  ['4x4', 'X4', 'unconfirmed'],
  ['4x4', 'C4', 'tentative'],
  ['5x5x5', 'E1', 'confirmed'],
  ['5x5x5', 'D1', 'unconfirmed'],
  ['5x5x5', 'A5', 'tentative'],
  ['5x5x5', 'E4', 'unconfirmed'],
  ['3x5x2', '1A', 'confirmed'],
  ['3x5x2', '2D', 'unconfirmed'],
  ['3x5x2', '1E', 'tentative'],
  ['6x6', 'B1', 'confirmed'],
  ['6x6', 'B2', 'unconfirmed'],
  ['6x6', 'F6', 'unconfirmed'],
  ['6x6', 'A4', 'tentative'],
])('%s %s is drawn %s', (scheme, code, strength) => {
  expect(strengthOf(g(scheme, code))).toBe(strength);
});

test('what nobody could judge is never drawn as weakly as what was judged bad', () => {
  for (const s of gradingSchemes) {
    for (const information of s.information) {
      for (const source of s.source) {
        const strength = strengthOf({ scheme: s.id, source: source.code, information: information.code });
        const judgedWeak = source.worth === 'weak' || information.worth === 'weak';
        if (!judgedWeak) expect(strength, `${s.id} ${source.code}${information.code}`).not.toBe('tentative');
      }
    }
  }
});

test('a code its scheme does not have gives no line style and ranks last', () => {
  expect(strengthOf(g('4x4', 'E1'))).toBeUndefined();
  expect(strengthOf({ ...g('4x4', 'A1'), scheme: 'zzz' as SchemeId })).toBeUndefined();
  expect(rankOf(g('4x4', 'E1'), 'source')).toBe(Number.POSITIVE_INFINITY);
  expect(compareGrades(g('4x4', 'E1'), g('4x4', 'C4'))).toBeGreaterThan(0);
  expect(compareGrades(g('4x4', 'E1'), g('4x4', 'E1'))).toBe(0);
});

test('the best of several grades is found across schemes, and an unjudged source stands before a bad one', () => {
  expect(bestGrade([g('4x4', 'C4'), g('6x6', 'B2'), g('4x4', 'B2'), g('4x4', 'X4')])).toEqual(g('4x4', 'B2'));
  expect(bestGrade([g('4x4', 'C3'), g('4x4', 'X3')])).toEqual(g('4x4', 'X3'));
  expect(bestGrade([g('4x4', 'B1'), g('4x4', 'A1')])).toEqual(g('4x4', 'A1'));
  expect(bestGrade([])).toBeUndefined();
});
