import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importFileOf } from '#exchange/importers/import-file';
import { previewTable, type TableOptions, type TablePreview } from '#exchange/importers/preview';
import { RecordSplitter } from '#exchange/importers/table/records';

const never = new AbortController().signal;

async function preview(content: string | Uint8Array<ArrayBuffer>, options: TableOptions = {}): Promise<TablePreview> {
  const p = await previewTable(importFileOf(new Blob([content]), 'file.csv'), options, never);
  if ('refused' in p) throw new Error(p.refused);
  return p;
}
async function refusal(content: string | Uint8Array<ArrayBuffer>, options: TableOptions = {}): Promise<string> {
  const p = await previewTable(importFileOf(new Blob([content]), 'file.csv'), options, never);
  return 'refused' in p ? p.refused : 'not refused';
}
function utf16(text: string, bigEndian: boolean, bom: boolean): Uint8Array<ArrayBuffer> {
  const full = bom ? `\ufeff${text}` : text;
  const bytes = new Uint8Array(full.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < full.length; i++) view.setUint16(i * 2, full.charCodeAt(i), !bigEndian);
  return bytes;
}
/** Thai letters sit at A1–FB in windows-874, in Unicode order from U+0E01. */
function thai(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (c) => {
    const code = c.charCodeAt(0);
    return code >= 0x0e01 && code <= 0x0e5b ? code - 0x0e01 + 0xa1 : code;
  });
}

describe('reading the bytes', () => {
  const text = 'from,to,note\nสมชาย,วิภา,เพื่อน\nประสิทธิ์,ดนัย,พี่น้อง\n';

  it('reads UTF-8 with and without a mark', async () => {
    for (const t of [text, `\ufeff${text}`]) {
      const p = await preview(t);
      expect(p.form.encoding).toBe('utf-8');
      expect(p.form.header.names).toEqual(['from', 'to', 'note']);
      expect(p.sample[0]?.cells).toEqual(['สมชาย', 'วิภา', 'เพื่อน']);
    }
  });
  it.each([
    [true, true],
    [true, false],
    [false, true],
    [false, false],
  ])('reads UTF-16 (big-endian %s, mark %s)', async (bigEndian, bom) => {
    const p = await preview(utf16(text, bigEndian, bom));
    expect(p.form.encoding).toBe(bigEndian ? 'utf-16be' : 'utf-16le');
    expect(p.columns.map((c) => c.name)).toEqual(['from', 'to', 'note']);
    expect(p.sample[1]?.cells).toEqual(['ประสิทธิ์', 'ดนัย', 'พี่น้อง']);
  });
  it('tells Thai single bytes from Western ones', async () => {
    const p = await preview(thai(text));
    expect(p.form.encoding).toBe('windows-874');
    expect(p.sample[0]?.cells[0]).toBe('สมชาย');
    const west = await preview(
      Uint8Array.from('from;to\nM\xfcller;Andr\xe9\nS\xf8ren;Jos\xe9\n', (c) => c.charCodeAt(0)),
    );
    expect(west.form.encoding).toBe('windows-1252');
    expect(west.sample[0]?.cells).toEqual(['Müller', 'André']);
  });
  it('reports the rows a wrong encoding cannot decode, and counts them', async () => {
    const p = await preview(thai(text), { encoding: 'utf-8' });
    expect(p.dataRows).toBe(0);
    expect(new Map(p.rejected.counts).get('text.undecodable')).toBe(2);
    expect(p.rows).toBe(3);
  });
  it('refuses what is no text, and says what it is', async () => {
    expect(await refusal(Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 8, 0))).toBe('file.binary');
    expect(await refusal(Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 251))).toBe('file.binary');
    expect(await refusal('')).toBe('file.empty');
    expect(await refusal('\n \n\n')).toBe('file.empty');
  });
});

describe('finding the table', () => {
  it.each([
    [',', 'a,b,c\n1,2,3\n4,5,6\n'],
    [';', 'a;b;c\n1,5;2,5;3\n4,1;5;6\n'],
    ['\t', 'a\tb\tc\n1\t2, 3\t3\n4\t5\t6\n'],
    ['|', 'a|b|c\n1|2|3\n4|5|6\n'],
  ])('finds the delimiter %j', async (delimiter, text) => {
    expect((await preview(text)).form.dialect.delimiter).toBe(delimiter);
  });
  it('finds the header below title lines and reports what stands above and below', async () => {
    const p = await preview(
      'MONSOON MOBILE\nNumber,07700 900562\n\nNo,Date,Other number\n1,2026-03-02,07700 900832\n2,2026-03-03,07700 900928\n\nTotal,2,\n',
    );
    expect(p.form.header.row).toBe(4);
    expect(p.dataRows).toBe(2);
    expect(new Map(p.rejected.counts)).toEqual(
      new Map([
        ['row.above-header', 2],
        ['row.blank', 2],
        ['row.header', 1],
        ['row.totals', 1],
      ]),
    );
    expect(p.dataRows + p.rejected.total).toBe(p.rows);
  });
  it('takes the header row the analyst chose, or none', async () => {
    const text = 'x,y\na,b\n1,2\n';
    expect((await preview(text, { headerRow: 2 })).form.header.names).toEqual(['a', 'b']);
    const none = await preview(text, { headerRow: 0 });
    expect(none.form.header.names).toEqual(['#1', '#2']);
    expect(none.dataRows).toBe(3);
    expect(await refusal(text, { headerRow: 9 })).toBe('table.header-missing');
  });
  it('numbers duplicate and empty headers and survives __proto__', async () => {
    const p = await preview('name,name,,__proto__,constructor,name (2)\na,b,c,d,e,f\n');
    expect(p.form.header.names).toEqual(['name', 'name (3)', '#3', '__proto__', 'constructor', 'name (2)']);
    expect(p.columns[3]?.examples).toEqual(['d']);
    expect(({} as Record<string, unknown>)['d']).toBeUndefined();
  });
  it('reads one column, and a header alone', async () => {
    const one = await preview('name\nAlpha\nBeta\n');
    expect(one.columns).toHaveLength(1);
    expect(one.dataRows).toBe(2);
    const bare = await preview('from,to,date');
    expect(bare.form.header.row).toBe(1);
    expect(bare.dataRows).toBe(0);
    expect(bare.rows).toBe(1);
  });
  it('reads 1,000 columns and refuses 1,001 by name of the limit', async () => {
    const names = Array.from({ length: 1001 }, (_, i) => `c${i}x`);
    const row = names.map((_, i) => String(i));
    const p = await preview(`${names.slice(0, 1000).join(',')}\n${row.slice(0, 1000).join(',')}\n`);
    expect(p.columns).toHaveLength(1000);
    expect(p.columns[999]?.examples).toEqual(['999']);
    expect(await refusal(`${names.join(',')}\n${row.join(',')}\n`)).toBe('table.too-many-columns');
    expect(
      (await preview(`${names.join(',')}\n${row.join(',')}\n`, { limits: { columns: 2000 } })).columns,
    ).toHaveLength(1001);
  });
  it('keeps a 10,000-character cell and reports a larger one uncut', async () => {
    const long = 'ក'.repeat(10_000);
    const p = await preview(`from,to\n${long},b\n${'x'.repeat(100_001)},c\nd,e\n`);
    expect(p.dataRows).toBe(2);
    expect(p.columns[0]?.longest).toBe(10_000);
    expect(p.rejected.list.find((r) => r.code === 'cell.too-long')).toMatchObject({ row: 3, column: 'from' });
  });
});

describe('splitting into rows', () => {
  it('reports an unclosed quote at its opening line and rejects every later line', async () => {
    const p = await preview('a,b\n1,2\n3,"open\n5,6\n7,8\n');
    expect(p.rejected.list.find((r) => r.code === 'quote.unclosed')).toMatchObject({ row: 3, line: 3 });
    expect(p.rejected.list.find((r) => r.code === 'quote.swallowed')).toMatchObject({ row: 4, toRow: 5, line: 4 });
    expect(p.rows).toBe(5);
    expect(p.dataRows).toBe(1);
  });
  it('says where rows are too short, too long or end in the middle', async () => {
    const p = await preview('a,b,c\n1,2,3\n4,5\n6,7,8,9\n6,7,8,\n1,2,3\n9,1');
    expect(p.rejected.list.filter((r) => r.code !== 'row.header').map((r) => [r.row, r.code])).toEqual([
      [3, 'row.too-few-cells'],
      [4, 'row.too-many-cells'],
      [7, 'row.too-few-cells'],
    ]);
    expect((await preview('a,b,c\n1,2,3\n4,5\n', { shortRows: 'fill' })).dataRows).toBe(2);
  });
  it('counts records, not lines, and keeps quoted breaks and quotes', async () => {
    const p = await preview('a,b\r\n"x\r\ny","say ""hi"""\r\n3,4\r\n');
    expect(p.rows).toBe(3);
    expect(p.sample.map((s) => s.cells)).toEqual([
      ['x\r\ny', 'say "hi"'],
      ['3', '4'],
    ]);
  });
  it('does not trust text behind a closing quote', async () => {
    const p = await preview('a,b\n"x"y,2\n3,4\n');
    expect(p.rejected.list[1]).toMatchObject({ row: 2, code: 'quote.stray' });
    expect(p.dataRows).toBe(1);
  });
  it('splits alike however the text is cut into pieces', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'bc', ',', '"', '""', '\n', '\r\n', '\r', ' ', 'ก'), { maxLength: 60 }),
        fc.integer({ min: 1, max: 7 }),
        (parts, size) => {
          const text = parts.join('');
          const whole = new RecordSplitter({ delimiter: ',', quote: '"' }, 10_000);
          const pieces = new RecordSplitter({ delimiter: ',', quote: '"' }, 10_000);
          const expected = [...whole.push(text), ...whole.end()];
          const got = [];
          for (let i = 0; i < text.length; i += size) got.push(...pieces.push(text.slice(i, i + size)));
          got.push(...pieces.end());
          expect(got).toEqual(expected);
        },
      ),
      { numRuns: 200 },
    );
  });
  it('gives back the cells that were written, whatever they hold', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 5 }), { minLength: 1 }),
        (rows) => {
          const text = rows.map((r) => r.map((c) => `"${c.replaceAll('"', '""')}"`).join(',')).join('\r\n');
          const splitter = new RecordSplitter({ delimiter: ',', quote: '"' }, 100_000);
          expect([...splitter.push(text), ...splitter.end()].map((r) => r.cells)).toEqual(rows);
        },
      ),
    );
  });
});

describe('the conservation law', () => {
  it('holds for random bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 400 }), async (bytes) => {
        const p = await previewTable(
          importFileOf(new Blob([new Uint8Array(bytes)]), 'x'),
          { encoding: 'utf-8' },
          never,
        );
        if ('refused' in p) return;
        expect(p.dataRows + p.rejected.total).toBe(p.rows);
      }),
      { numRuns: 100 },
    );
  });
  it('holds for random rows, and every rejected row is listed once', async () => {
    const cell = fc.constantFrom(
      '',
      'a',
      '1',
      '"x"',
      '"',
      'Total',
      '12/03/2026',
      '8.55E+11',
      '\ufffd',
      '\u0001',
      '"a\nb"',
      ' ',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 30 }),
        async (rows) => {
          const p = await previewTable(
            importFileOf(new Blob([rows.map((r) => r.join(',')).join('\n')]), 'x'),
            { encoding: 'utf-8', delimiter: ',', quote: '"' },
            never,
          );
          if ('refused' in p) return;
          expect(p.dataRows + p.rejected.total).toBe(p.rows);
          const listed = p.rejected.list.flatMap((r) =>
            Array.from({ length: r.toRow - r.row + 1 }, (_, i) => r.row + i),
          );
          expect(new Set(listed).size).toBe(p.rejected.total);
          expect(listed.every((r) => r >= 1 && r <= p.rows)).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });
});
