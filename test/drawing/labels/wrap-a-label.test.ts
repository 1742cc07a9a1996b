import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusters, labelLength } from '#drawing/labels/clusters';
import { visibleText } from '#drawing/labels/visible-text';
import { wrapLabel } from '#drawing/labels/wrap-label';

const native = [
  'ក្រុមហ៊ុនសហគ្រាសធុនតូចនិងមធ្យមកម្ពុជា',
  'ស្រ្តីម្នាក់មកពីខេត្តព្រះសីហនុ',
  'สมชาย ใจดีมากเหลือเกินจริงๆนะครับคุณ',
  'เกาะสีชังท่าเรือประมงเก่า',
  'ບໍລິສັດຂົນສົ່ງສິນຄ້າລາວຈຳກັດ',
  'မြန်မာနိုင်ငံတော်ဗဟိုဘဏ်ရန်ကုန်',
  'သင်္ဘောငါးဖမ်းအောင်မင်္ဂလာ',
];

describe('a label', () => {
  it('that is short stays one line', () => {
    expect(wrapLabel('SOK Dara')).toEqual({ lines: ['SOK Dara'], full: 'SOK Dara', cut: false });
    expect(wrapLabel('')).toEqual({ lines: [''], full: '', cut: false });
  });

  it('breaks between words', () => {
    expect(wrapLabel('Embarkation of 14 May').lines).toEqual(['Embarkation of', '14 May']);
    expect(wrapLabel('Nguyễn Thị Minh Khai').lines).toEqual(['Nguyễn Thị Minh', 'Khai']);
    expect(wrapLabel('Safe-house-on-the-river-bank').lines).toEqual(['Safe-house-on-', 'the-river-bank']);
  });

  it('too long for two lines says so with an ellipsis', () => {
    const w = wrapLabel('Embarkation on 14 May at the old fishing harbour of somewhere else');
    expect(w.cut).toBe(true);
    expect(w.lines).toHaveLength(2);
    expect(w.lines[1]).toMatch(/…$/);
    expect(Math.max(...w.lines.map(labelLength))).toBeLessThanOrEqual(16);
    expect(w.full).toContain('somewhere else');
  });

  it('of ten thousand characters is cut at once', () => {
    const start = performance.now();
    const w = wrapLabel('x'.repeat(10_000));
    expect(w.lines).toEqual(['x'.repeat(16), `${'x'.repeat(15)}…`]);
    expect(w.full).toHaveLength(10_000);
    expect(performance.now() - start).toBeLessThan(500);
  });

  it.each(native)('in a script of the region is never cut inside a cluster: %s', (name) => {
    for (const maxCharacters of [3, 5, 8, 16]) {
      const w = wrapLabel(name, { maxCharacters, maxLines: 40 });
      expect(w.cut).toBe(false);
      expect(w.lines.join('').replaceAll(' ', '')).toBe(visibleText(name).replaceAll(/[ \u200B]/g, ''));
      for (const line of w.lines) {
        expect(line).not.toMatch(/^\p{M}/u);
        expect(line).not.toMatch(/[\u17D2\u1039\u0E40-\u0E44\u0EC0-\u0EC4]$/u);
        expect(line).not.toMatch(/^[\u1000-\u102A]\u103A/u);
      }
    }
  });

  it.each(native)('cut short shows a beginning that ends between clusters: %s', (name) => {
    const w = wrapLabel(name, { maxCharacters: 3 });
    expect(w.cut).toBe(true);
    const shown = w.lines.join('').replaceAll(' ', '').slice(0, -1);
    const whole = clusters(visibleText(name).replaceAll(/[ \u200B]/g, ''));
    let built = '';
    for (let i = 0; built.length < shown.length; i++) built += whole[i];
    expect(built).toBe(shown);
  });

  it('breaks Thai and Khmer at words, not anywhere', () => {
    expect(wrapLabel('ท่าเรือประมงเกาะสีชัง', { maxCharacters: 12 }).lines).toEqual(['ท่าเรือประมง', 'เกาะสีชัง']);
    const khmer = wrapLabel('សួស្តីពិភពលោក', { maxCharacters: 5 }).lines;
    expect(khmer).toEqual(['សួស្តី', 'ពិភពលោក']);
  });

  it('keeps to its lines for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const w = wrapLabel(text);
        expect(w.lines.length).toBeLessThanOrEqual(2);
        if (!w.cut) expect(w.lines.join('').replaceAll(/[ \u200B]/g, '')).toBe(w.full.replaceAll(/[ \u200B]/g, ''));
      }),
    );
  });
});

describe('what cannot be seen', () => {
  it('is written out', () => {
    expect(visibleText('invoice\u202Efdp.exe')).toBe('invoice‹U+202E›fdp.exe');
    expect(visibleText('a\u0000b\u200Fc\uFEFFd\uD800')).toBe('a‹U+0000›b‹U+200F›c‹U+FEFF›d‹U+D800›');
    expect(visibleText(' two\n lines\t')).toBe('two lines');
    expect(visibleText('ស\u200Bក')).toBe('ស\u200Bក');
  });
});

describe('a number', () => {
  it('stays with what it counts, while there is room', () => {
    expect(wrapLabel('12 calls, 3 payments 4,200 USD', { maxCharacters: 22 }).lines).toEqual([
      '12 calls, 3 payments',
      '4,200 USD',
    ]);
    expect(wrapLabel('Embarkation 14 May').lines).toEqual(['Embarkation', '14 May']);
    expect(wrapLabel('10,000 calls', { maxCharacters: 8 }).lines).toEqual(['10,000', 'calls']);
    expect(wrapLabel('+855 12 345 678 901 222').lines).toEqual(['+855 12 345 678', '901 222']);
  });
});
