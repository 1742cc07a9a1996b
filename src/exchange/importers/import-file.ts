/** Bytes that can be read more than once: the preview reads them, the plan reads them again. */
export interface ImportFile {
  readonly name: string;
  /** Bytes; 0 when unknown. */
  readonly size: number;
  open(): ReadableStream<Uint8Array>;
}

/** A file dropped or chosen, or pasted text in a Blob. */
export function importFileOf(blob: Blob, name: string): ImportFile {
  return { name, size: blob.size, open: () => blob.stream() as ReadableStream<Uint8Array> };
}

export interface ImportProgress {
  /** Bytes read, or records planned. */
  readonly done: number;
  readonly of: number;
  readonly stage: 'read' | 'plan' | 'write';
}

export type ReportProgress = (progress: ImportProgress) => void;

/** Something that stops the whole file, told by code; `detail` fills the message. */
export interface ImportRefusal {
  readonly refused: string;
  readonly detail?: Readonly<Record<string, string | number>>;
}

export function refusedImport<T extends object>(outcome: T | ImportRefusal): outcome is ImportRefusal {
  return 'refused' in outcome;
}
