import { useMemo } from 'react';
import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import type { TimeMark } from '#drawing/timeline/marks';
import { isOutside, type TimeWindow } from '#drawing/timeline/window';
import { tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { Name } from '#ui/controls/index';
import { DataGrid, type GridColumn } from '#ui/grid/index';
import { sourcesOf } from '../record-sources.ts';
import { markText, markWho, whenText } from '../time-words.ts';
import type { TimelineSettings } from '../timeline-settings.ts';
import type { Timeline } from './use-timeline.ts';

/** The same content as the lines, in order of time, undated things last. */
export function MarkTable(props: {
  readonly state: CaseState;
  readonly timeline: Timeline;
  readonly settings: TimelineSettings;
  readonly chosen: readonly Id[];
  /** Only what may fall within it, and what is undated where that is kept. */
  readonly window: TimeWindow | undefined;
  readonly undated: boolean;
  readonly onSelect: (ids: readonly Id[]) => void;
  readonly onOpen: (mark: TimeMark) => void;
}) {
  const { state, timeline, settings, chosen, window, undated, onSelect, onOpen } = props;
  const t = useT();
  const { marks } = timeline;
  const rows = useMemo(
    () => [...marks.dated.filter((m) => !isOutside(m, window)), ...(window && !undated ? [] : marks.undated)],
    [marks, window, undated],
  );
  const columns = useMemo((): readonly GridColumn<TimeMark>[] => {
    const caseZone = state.properties?.zone ?? 'UTC';
    const shown = { zone: caseZone, caseZone, calendar: settings.calendar };
    const weakest = (m: TimeMark) =>
      m.places.some((p) => p.strength === 'tentative')
        ? 'tentative'
        : m.places.some((p) => p.strength === 'unconfirmed')
          ? 'unconfirmed'
          : 'confirmed';
    return [
      {
        id: 'when',
        title: t('timeline.column.when'),
        width: 250,
        text: (m) => whenText(m.span, { ...shown, usual: m.usual }),
        sortBy: (m) => (Number.isNaN(m.from) ? undefined : m.from),
      },
      {
        id: 'what',
        title: t('timeline.column.what'),
        width: 230,
        text: (m) => markText(state, m, timeline.contested),
        render: (m) => <Name text={markText(state, m, timeline.contested)} clip />,
      },
      {
        id: 'who',
        title: t('timeline.column.who'),
        width: 260,
        text: (m) => markWho(state, m),
        render: (m) => <Name text={markWho(state, m)} clip />,
      },
      { id: 'kind', title: t('timeline.column.kind'), width: 100, text: (m) => t(`timeline.kind.${m.kind}`) },
      {
        id: 'shape',
        title: t('timeline.column.shape'),
        width: 120,
        text: (m) => t(Number.isNaN(m.from) ? 'timeline.shape.undated' : `timeline.shape.${m.shape}`),
      },
      {
        id: 'strength',
        title: t('timeline.column.strength'),
        width: 100,
        text: (m) => tDynamic(`strength.${weakest(m)}`),
      },
      { id: 'sources', title: t('timeline.column.sources'), width: 140, text: (m) => sourcesOf(state, m.record) },
    ];
  }, [state, timeline.contested, settings.calendar, t]);
  const selected = useMemo(() => {
    const ids = new Set(chosen);
    return rows.filter((m) => ids.has(m.record)).map((m) => m.key);
  }, [rows, chosen]);
  return (
    <DataGrid
      label={t('timeline.table')}
      rows={rows}
      rowId={(m) => m.key}
      columns={columns}
      selected={selected}
      onSelect={(keys) => {
        const records = new Map(rows.map((m) => [m.key, m.record]));
        onSelect(keys.flatMap((key) => records.get(key) ?? []));
      }}
      onOpen={onOpen}
    />
  );
}
