import type { Entity } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import type { CaseRecord } from '#domain/record';
import type { Source } from '#domain/source/source';
import type { OpenCase, Outcome } from '#queries/open-case';
import { type EditPlan, editOf } from './plan-edits.ts';

/** Carries a plan out: one cell as the command of its own, more as one filling of cells. */
export function carryOut<R extends CaseRecord>(
  open: OpenCase,
  plan: EditPlan<R>,
  reason: string,
): Promise<Outcome> | undefined {
  const [only] = plan.changed;
  const [fresh] = plan.made;
  if (plan.changed.length === 1 && plan.made.length === 0 && only) {
    const edit = editOf<CaseRecord>(only.before, only.after);
    const after = only.after as CaseRecord;
    const set = (edit.set ?? {}) as Record<string, unknown>;
    const { id, clear } = edit;
    if (after.kind === 'entity')
      return open.run('edit-entity', { id, set: set as Partial<Entity>, clear: clear ?? [] });
    if (after.kind === 'link') {
      const { from, to, ...rest } = set as Partial<Link>;
      const moves = from !== undefined || to !== undefined;
      if (!moves) return open.run('edit-link', { id, set: rest, clear: clear ?? [] });
      if (Object.keys(rest).length === 0 && !clear?.length)
        return open.run('relink', { id, ...(from !== undefined && { from }), ...(to !== undefined && { to }) });
    }
    if (after.kind === 'source') {
      const { grade, ...rest } = set as Partial<Source>;
      const grades = grade !== undefined || clear?.includes('grade');
      if (grades && Object.keys(rest).length === 0 && (clear ?? []).every((key) => key === 'grade'))
        return open.run('regrade-source', {
          id,
          ...(after.grade && { grade: after.grade }),
          ...(reason && { reason }),
        });
      if (!grades) return open.run('edit-source', { id, set: set as Partial<Source>, clear: clear ?? [] });
    }
  }
  if (plan.changed.length === 0 && plan.made.length === 1 && fresh) {
    const record = fresh as CaseRecord;
    if (record.kind === 'entity') return open.run('create-entity', { entity: record });
    if (record.kind === 'link') return open.run('link-entities', { link: record });
    if (record.kind === 'source') return open.run('add-source', { source: record });
  }
  if (plan.changed.length === 0 && plan.made.length === 0) return undefined;
  const edits = plan.changed.map(({ before, after }) => ({
    kind: before.kind,
    edit: editOf<CaseRecord>(before, after),
  }));
  const of = (kind: string) => edits.filter((e) => e.kind === kind).map((e) => e.edit as never);
  return open.run('fill-cells', {
    entities: of('entity'),
    links: of('link'),
    sources: of('source'),
    made: plan.made as unknown as readonly (Entity | Link | Source)[],
    ...(reason && { reason }),
  });
}
