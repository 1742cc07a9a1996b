import type { Remarks, RowRemark } from '../importers/row-report.ts';

/** The rejected rows of an import as a table: every row once, with its reason; codes, not sentences, so that it sorts and filters. */
export function* rejectedRows(rejected: Remarks<string>): Generator<readonly string[]> {
  yield ['row', 'line', 'code', 'column', 'value', 'text'];
  for (const remark of rejected.list) {
    for (let row = remark.row; row <= remark.toRow; row++) yield rejectedRow(remark, row);
  }
}

function rejectedRow(remark: RowRemark<string>, row: number): readonly string[] {
  const line = remark.line + row - remark.row;
  return [String(row), String(line), remark.code, remark.column ?? '', remark.value ?? '', remark.text ?? ''];
}
