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
