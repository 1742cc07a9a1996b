import { exporters } from '#exchange/exporters/index';
import { defuse, recall } from '#exchange/formula-guard';

/** Texts on their way to a spreadsheet, and back: what would run there as a formula is made text. */
export { defuse, recall };

/** A table of texts as a CSV file that spreadsheets read; the first row is the heading. */
export function csvOf(rows: Iterable<readonly string[]>): Blob {
  return exporters.find((e) => e.id === 'csv-table')!.write(rows);
}

/**
 * What a file is offered to be called: "skein-7f3k2a9c-timeline-22-20261122-0915.pdf". It tells cases, changes and times apart and says no
 * word of the case, neither title nor reference, for a name stays in the browser's list of downloads.
 *
 * @param of what is in it, in words of the program
 * @param seq number of the last change it shows
 * @param at by the clock of this computer
 */
export function fileName(of: string, caseId: string, seq: number, at: Date, extension: string): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = `${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}`;
  const parts = ['skein', caseMark(caseId), of, seq, day, `${two(at.getHours())}${two(at.getMinutes())}`];
  return `${parts.filter((part) => part !== '').join('-')}.${extension}`;
}

/** A few characters of a case's own random id, enough to tell cases apart. */
function caseMark(caseId: string): string {
  return caseId.replaceAll(/[^0-9a-z]/gi, '').slice(0, 8) || 'case';
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
