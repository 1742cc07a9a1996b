import { canonicalText } from '../change/canonical.ts';
import type { CaseState } from '../change/case-state.ts';
import { placementId } from '../chart/placement.ts';
import { type Entity, isProtected } from '../entity/entity.ts';
import type { Merge } from '../merge/merge.ts';
import type { CaseRecord, Id } from '../record.ts';
import { command } from './command.ts';
import { gone } from './edit.ts';
import { PseudonymRegister } from './protection.ts';

function union<T>(a: readonly T[] = [], b: readonly T[] = []): T[] {
  const seen = new Set(a.map(canonicalText));
  return [...a, ...b.filter((x) => !seen.has(canonicalText(x)) && seen.add(canonicalText(x)))];
}

/** The survivor with all that the absorbed record said; where both state a thing, both statements stay. */
export function mergedEntity(survivor: Entity, absorbed: Entity): Entity {
  const nativeLabel = survivor.nativeLabel ?? absorbed.nativeLabel;
  const names = [absorbed.label, ...(absorbed.nativeLabel ? [absorbed.nativeLabel] : [])].filter(
    (n) => n !== survivor.label && n !== nativeLabel,
  );
  const aliases = union(survivor.aliases, [...names, ...(absorbed.aliases ?? [])]);
  const attributes = union(survivor.attributes, absorbed.attributes);
  const roles = union(survivor.roles, absorbed.roles);
  const tags = union(survivor.tags, absorbed.tags);
  const basis = union(survivor.basis, absorbed.basis);
  const notes = [survivor.notes, absorbed.notes].filter(Boolean).join('\n\n');
  const { doubted: _, ...sure } = survivor;
  const status = !survivor.status || survivor.status === 'unknown' ? absorbed.status : survivor.status;
  const protect = isProtected(absorbed) || isProtected(survivor);
  const span = survivor.span ?? absorbed.span;
  const place = survivor.place ?? absorbed.place;
  const pseudonym = survivor.pseudonym ?? absorbed.pseudonym;
  return {
    ...sure,
    ...(survivor.doubted && absorbed.doubted && { doubted: true }),
    ...(nativeLabel && { nativeLabel }),
    ...(aliases.length && { aliases }),
    ...(attributes.length && { attributes }),
    ...(roles.length && { roles }),
    ...(tags.length && { tags: tags.sort() }),
    ...(basis.length && { basis }),
    ...(notes && { notes }),
    ...(status && { status }),
    ...(span && { span }),
    ...(place && { place }),
    ...(pseudonym && { pseudonym }),
    ...(protect && !isProtected(survivor) && { protection: 'protected' as const }),
  };
}

/** Every record a merge touches, before and after, but for the merge record itself. */
function touchedBy(state: CaseState, survivor: Entity, absorbed: Entity): Merge['touched'] {
  const touched = new Map<Id, { id: Id; before?: CaseRecord; after?: CaseRecord }>();
  const put = (id: Id, after?: CaseRecord) => {
    const before = state.get(id);
    touched.set(id, { id, ...(before && { before }), ...(after && { after }) });
  };
  const swap = (id: Id) => (id === absorbed.id ? survivor.id : id);
  put(survivor.id, new PseudonymRegister(state).cover(mergedEntity(survivor, absorbed)));
  put(absorbed.id);
  for (const id of state.linksOf(absorbed.id)) {
    const link = state.link(id)!;
    const between = swap(link.from) === swap(link.to);
    if (between && (link.type === 'same-as' || link.type === 'possibly-same-as')) {
      put(id);
      for (const s of [...state.statementsAbout(id), ...state.placementsOf(id)]) put(s);
    } else put(id, { ...link, from: swap(link.from), to: swap(link.to) });
  }
  for (const id of state.statementsAbout(absorbed.id)) {
    const s = state.find('statement', id)!;
    put(id, { ...s, about: { ...s.about, record: survivor.id } });
  }
  for (const id of state.placementsOf(absorbed.id)) {
    const p = state.get(id);
    if (p?.kind === 'placement') {
      const own = placementId(p.chart, survivor.id);
      put(id);
      if (!state.get(own)) put(own, { ...p, id: own, item: survivor.id });
      // A figure computed for two records is not a figure of the one: the absorbed record's is dropped, the survivor's stays as computed.
      for (const on of state.placementsOn(p.chart)) {
        const measure = state.find('applied-measure', on);
        if (measure?.values.some((v) => v.entity === absorbed.id)) {
          put(on, { ...measure, values: measure.values.filter((v) => v.entity !== absorbed.id) });
        }
      }
    } else if (p?.kind === 'group') put(id, { ...p, members: [...new Set(p.members.map(swap))] });
  }
  for (const id of state.mentionsOf(absorbed.id)) {
    const m = (touched.get(id)?.after ?? state.get(id)) as CaseRecord | undefined;
    if (m?.kind === 'entity')
      put(id, {
        ...m,
        ...(m.place && { place: swap(m.place) }),
        ...(m.roles && {
          roles: m.roles.map((r) => (r.organisation ? { ...r, organisation: swap(r.organisation) } : r)),
        }),
      });
    else if (m?.kind === 'merge') put(id, { ...m, survivor: survivor.id });
  }
  return [...touched.values()];
}

/** Makes two records of the same thing one. Unmerge takes it apart again. */
export const mergeEntities = command({
  id: 'merge-entities',
  plan(state, payload: { merge: string; survivor: string; absorbed: string }) {
    const survivor = state.entity(payload.survivor);
    const absorbed = state.entity(payload.absorbed);
    if (!survivor) return gone(payload.survivor);
    if (!absorbed) return gone(payload.absorbed);
    if (survivor === absorbed) return { refused: 'merge-with-itself' };
    if (survivor.type !== absorbed.type) return { refused: 'merge-types-differ' };
    const touched = touchedBy(state, survivor, absorbed);
    const record: Merge = {
      id: payload.merge,
      kind: 'merge',
      survivor: survivor.id,
      absorbed: absorbed.id,
      touched,
    };
    return [
      ...touched.map((t) => ({ id: t.id, before: t.before ?? null, after: t.after ?? null })),
      { id: record.id, before: null, after: record },
    ];
  },
});
