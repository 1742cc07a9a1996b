import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Name, namePieces, needsTallLine } from '#ui/controls/index';

const shown = (text: string) => renderToStaticMarkup(createElement(Name, { text }));

describe('a name', () => {
  test('keeps its direction to itself', () => {
    expect(shown('SOK Dara')).toBe('<bdi class="name">SOK Dara</bdi>');
  });

  test('shows a right-to-left override instead of obeying it', () => {
    const html = shown('SOK\u202eARAD');
    expect(html).toContain('U+202E');
    expect(html).not.toContain('\u202e');
  });

  test('shows a zero-width space between Latin letters, where it hides a twin', () => {
    expect(namePieces('SO\u200bK').map((p) => p.hidden ?? p.text)).toEqual(['SO', 'U+200B', 'K']);
  });

  test('leaves the zero-width space of Khmer and the joiners of Burmese alone', () => {
    expect(namePieces('សុខ\u200bដារ៉ា')).toEqual([{ text: 'សុខ\u200bដារ៉ា' }]);
    expect(namePieces('မြန်\u200cမာ')).toHaveLength(1);
  });

  test('shows markup as text', () => {
    expect(shown('<img src=x onerror=alert(1)>')).toContain('&lt;img');
  });

  test('gets a taller line where marks are stacked', () => {
    expect(needsTallLine('សុខ ដារ៉ា')).toBe(true);
    expect(needsTallLine('สมชาย')).toBe(true);
    expect(needsTallLine('Nguyễn Văn A')).toBe(false);
    expect(shown('ສົມ')).toContain('native');
  });
});
