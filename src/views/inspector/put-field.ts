import type { Group } from '#domain/chart/group';
import type { Entity } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import type { Source } from '#domain/source/source';
import { useOpenCase } from '#queries/case-context';
import { said } from '../acts.tsx';

/** Writes one field of a record: one command and one undo. Undefined takes the field away. */
export type PutField<R> = <K extends keyof R & string>(field: K, value: R[K] | undefined) => void;

const COMMANDS = { entity: 'edit-entity', group: 'edit-group', link: 'edit-link', source: 'edit-source' } as const;

export function usePutField<R extends Entity | Group | Link | Source>(record: R): PutField<R> {
  const open = useOpenCase();
  return (field, value) => {
    const change = value === undefined ? { set: {}, clear: [field] } : { set: { [field]: value }, clear: [] };
    void said(open.run(COMMANDS[record.kind], { id: record.id, ...change }));
  };
}

/** A text of more than blanks; a field that holds none is taken away. */
export function written(text: string): string | undefined {
  return text.trim() === '' ? undefined : text;
}

/** A list of at least one. */
export function filled<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}
