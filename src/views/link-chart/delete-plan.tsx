import type { CaseState } from '#domain/change/case-state';
import { countByKind, dependentsOf } from '#domain/commands/delete-records';
import { displayLabel } from '#domain/entity/entity';
import type { CaseRecord, Id } from '#domain/record';
import { t, tDynamic } from '#i18n/index';
import { Name } from '#ui/controls/index';
import { announce, confirm } from '#ui/dialogs/index';
import type { ChartActs } from './chart-acts.ts';

const NAMED = 8;

/** Deletes what is selected, in the case and not only on this chart, once it was shown what goes with it. */
export async function deleteSelected(acts: ChartActs): Promise<void> {
  const ids = [...acts.entities().map((e) => e.id), ...acts.links().map((l) => l.id), ...acts.groups()];
  if (ids.length === 0) return announce(t('link-chart.said.select-first'));
  const count = await askToDelete(acts.state, ids);
  if (count > 0) await acts.delete(ids, count);
  acts.canvas?.focus();
}

/** Shows what a deletion takes with it and asks. Answers the number of records that go, 0 when it is called off. */
async function askToDelete(state: CaseState, ids: readonly Id[]): Promise<number> {
  const { removed, altered } = dependentsOf(state, ids);
  const chosen = new Set(ids);
  const own = removed.filter((r) => chosen.has(r.id));
  const along = removed.filter((r) => !chosen.has(r.id));
  const count = removed.length;
  const agreed = await confirm({
    title: t('link-chart.delete.title', { count: own.length }),
    danger: true,
    confirm: t('link-chart.delete.confirm', { count: own.length }),
    body: (
      <>
        <p>
          <b>{t('link-chart.delete.chosen')}</b>
        </p>
        <ul className="chart-plan">
          {own.slice(0, NAMED).map((r) => (
            <li key={r.id}>
              <Name text={nameOf(state, r)} />
            </li>
          ))}
          {own.length > NAMED && <li>{t('link-chart.delete.more', { of: own.length - NAMED })}</li>}
        </ul>
        {along.length > 0 && (
          <>
            <p>
              <b>{t('link-chart.delete.with')}</b>
            </p>
            <ul className="chart-plan">
              {[...countByKind(along)].map(([kind, n]) => (
                <li key={kind}>{t(`link-chart.kind.${kind}`, { count: n })}</li>
              ))}
            </ul>
            <ul className="chart-plan muted">
              {along
                .filter((r) => r.kind === 'link')
                .slice(0, NAMED)
                .map((r) => (
                  <li key={r.id}>
                    <Name text={nameOf(state, r)} />
                  </li>
                ))}
            </ul>
          </>
        )}
        {altered.length > 0 && <p>{t('link-chart.delete.altered', { count: altered.length })}</p>}
        <p className="muted">{t('link-chart.delete.undo')}</p>
      </>
    ),
  });
  return agreed ? count : 0;
}

function nameOf(state: CaseState, r: CaseRecord): string {
  if (r.kind === 'entity') return displayLabel(r);
  if (r.kind === 'group') return r.name;
  if (r.kind !== 'link') return '';
  const end = (id: Id) => {
    const e = state.entity(id);
    return e ? displayLabel(e) : '';
  };
  return t('link-chart.link-line', {
    from: end(r.from),
    what: r.wording ?? tDynamic(`link-type.${r.type}`),
    to: end(r.to),
    strength: t(`link-chart.strength.${r.strength}`),
  });
}
