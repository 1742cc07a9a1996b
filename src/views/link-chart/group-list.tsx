import { useMemo } from 'react';
import type { Group } from '#domain/chart/group';
import type { Id } from '#domain/record';
import { number } from '#i18n/index';
import { useT } from '#i18n/react';
import { runAction, shortcut } from '#session/keys';
import { Button, Name, Section } from '#ui/controls/index';
import { Icon } from '#ui/icon/index';
import type { ChartView } from './chart-view.ts';
import { Rows } from './rows.tsx';

/** Every group of the chart, folded or open, with how many of it are seen; chosen here, Shift G folds and unfolds it. */
export function GroupList({ view, marked }: { view: ChartView; marked: ReadonlySet<Id> }) {
  const t = useT();
  const groups = useMemo(() => [...view.groupRecords].sort((a, b) => (a.name < b.name ? -1 : 1)), [view.groupRecords]);
  const folded = new Map(view.folded.map((f) => [f.group.id, f]));
  const open = groups.filter((g) => !g.folded).length;
  /** How it is drawn: as an item, as a box, within another, or not at all. */
  const how = (g: Group): string => {
    const item = folded.get(g.id);
    if (item) return t('link-chart.side.group-folded');
    if (!g.folded) return t('link-chart.side.group-open');
    const outer = g.members.map((m) => view.standIn.get(m)).find((id) => id !== undefined && folded.has(id));
    return outer === undefined
      ? t('link-chart.side.group-nobody')
      : t('link-chart.side.group-in', { name: folded.get(outer)!.group.name });
  };
  const seen = (g: Group): number =>
    folded.get(g.id)?.members.length ?? g.members.filter((m) => view.places.has(m)).length;
  return (
    <Section
      title={t('link-chart.side.groups')}
      end={
        <>
          {groups.length}{' '}
          {open > 0 && (
            <Button variant="link" onClick={() => runAction('fold-groups')}>
              {t('link-chart.act.fold-all')}
            </Button>
          )}
          {open < groups.length && (
            <Button variant="link" onClick={() => runAction('unfold-groups')}>
              {t('link-chart.act.unfold-all')}
            </Button>
          )}
        </>
      }
    >
      {groups.length === 0 ? (
        <p className="chart-none muted small">{t('link-chart.side.groups.none')}</p>
      ) : (
        <Rows
          label={`${t('link-chart.side.groups')} (${shortcut('fold-group') ?? ''})`}
          rows={groups}
          marked={marked}
          active={null}
          onActive={() => {}}
          render={(g) => (
            <>
              <Icon name="group" size={14} />
              <Name text={g.name} clip />
              <span className="muted"> · {how(g)}</span>
              <span className="n">{number(seen(g))}</span>
            </>
          )}
        />
      )}
    </Section>
  );
}
