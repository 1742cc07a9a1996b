import { exporters } from '#exchange/exporters/index';
import { defuse, recall } from '#exchange/formula-guard';

/** Texts on their way to a spreadsheet, and back: what would run there as a formula is made text. */
export { defuse, recall };

/** A table of texts as a CSV file that spreadsheets read; the first row is the heading. */
export function csvOf(rows: Iterable<readonly string[]>): Blob {
  return exporters.find((e) => e.id === 'csv-table')!.write(rows);
}

/** Offers bytes as a file to save. The name must hold no word of a case: it stays in the browser's list of downloads. */
export function saveFile(name: string, bytes: Blob): void {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has its own hold on the bytes once it has begun.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
