import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLines, exporters, rejectedRows } from '#exchange/exporters/index';
import { defuse, recall } from '#exchange/formula-guard';
import { importFileOf, previewTable, refusedImport } from '#exchange/importers/index';
import { defaultLimits } from '#exchange/importers/limits';
import { readRecords } from '#exchange/importers/table/reader';
import { planned, textFile } from '../importers/reading.ts';

const never = new AbortController().signal;
const csvTable = exporters.find((e) => e.id === 'csv-table');

async function readBack(blob: Blob): Promise<string[][]> {
  const rows: string[][] = [];
  const form = { encoding: 'utf-8', dialect: { delimiter: ',', quote: '"' }, limits: defaultLimits } as const;
  await readRecords(
    importFileOf(blob, 'x'),
    form,
    (records) => {
      rows.push(...records.map((r) => [...r.cells]));
      return undefined;
    },
    never,
  );
  return rows;
}

describe('csv-table', () => {
  it('defuses what a spreadsheet would run', () => {
    expect([...csvLines([['=1+1', '+855 12', '-2', '-2+3', '@SUM(A1)', '\tx', '＝1', "'=1", 'plain', '']])][0]).toBe(
      `"'=1+1","'+855 12",-2,"'-2+3","'@SUM(A1)","'\tx","'＝1","''=1",plain,""\r\n`,
    );
  });
  it('leaves negative numbers as they are, those with an exponent too', () => {
    expect([...csvLines([['-0.5', '-2.1e-17', '-1e+21', '-1e', '-e5']])][0]).toBe(
      `-0.5,-2.1e-17,-1e+21,"'-1e","'-e5"\r\n`,
    );
  });
  it('comes back as it was, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(recall(defuse(text))).toBe(text);
      }),
      { numRuns: 500 },
    );
    const dangerous = fc
      .array(fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '＝', '1', '.', 'a', ' ', '"', ','), { maxLength: 8 })
      .map((c) => c.join(''));
    fc.assert(
      fc.property(dangerous, (text) => {
        expect(recall(defuse(text))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });
  it('is read back by the importer, cell by cell', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(
        '=HYPERLINK("x")',
        '+447700900142',
        "'=1",
        '-5.00',
        'a,b',
        'line\nbreak',
        'say "hi"',
        '＠x',
        'សុខ',
        ' ',
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 12 }),
        async (rows) => {
          expect(await readBack(csvTable?.write(rows) ?? new Blob())).toEqual(rows);
        },
      ),
      { numRuns: 200 },
    );
  });
  it('carries a mark that makes spreadsheets read UTF-8, and it is not part of the first cell', async () => {
    const blob =
      csvTable?.write([
        ['ឈ្មោះ', 'b'],
        ['សុខ', '=1'],
      ]) ?? new Blob();
    expect(new Uint8Array(await blob.arrayBuffer()).slice(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf));
    const p = await previewTable(importFileOf(blob, 'x.csv'), {}, never);
    if (refusedImport(p)) throw new Error(p.refused);
    expect(p.form.header.names).toEqual(['ឈ្មោះ', 'b']);
    expect(p.sample[0]?.cells).toEqual(['សុខ', '=1']);
  });
  it('lists every rejected row once, with its reason', async () => {
    const plan = await planned(textFile('from,to\na,b\n,c\nd,"open\ne,f\ng,h\n'));
    const rows = [...rejectedRows(plan.rejected)];
    expect(rows[0]).toEqual(['row', 'line', 'code', 'column', 'value', 'text']);
    expect(rows.slice(1).map((r) => r.slice(0, 4))).toEqual([
      ['1', '1', 'row.header', ''],
      ['3', '3', 'end.missing', 'from'],
      ['4', '4', 'quote.unclosed', ''],
      ['5', '5', 'quote.swallowed', ''],
      ['6', '6', 'quote.swallowed', ''],
    ]);
    expect(rows).toHaveLength(plan.rejected.total + 1);
    expect(rows[2]?.[5]).toBe('\tc');
  });
});
