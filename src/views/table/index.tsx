import './table.css';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useT } from '#i18n/react';
import { useCaseSnapshot } from '#queries/case-context';
import { signal, useSignal } from '#session/signal';
import { Segmented } from '#ui/controls/index';
import type { ViewProps } from '../view.ts';
import { lookAt } from './look.ts';
import { RecordTable } from './record-table.tsx';
import { attributesOf, entitySegment, linkSegment, type SegmentId, sourceSegment } from './segments.ts';

const shownSegment = signal<SegmentId>('entities');
/** Columns the analyst asked for, though no record has the attribute yet. */
const askedColumns = signal<readonly string[]>([]);

/** All entities, events, links and sources in tables that are worked like a spreadsheet. */
export default function Table({ focused }: ViewProps) {
  const t = useT();
  const { state, version } = useCaseSnapshot();
  const shown = useSignal(shownSegment);
  const asked = useSignal(askedColumns);
  const [lastType, setLastType] = useState<Parameters<typeof entitySegment>[3]>('person');
  // The state is one object that changes in place; its version says when.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what the state holds.
  const look = useMemo(() => lookAt(state), [state, version]);
  const records = useCallback(
    function* () {
      if (shown === 'links') yield* look.state.allOf('link');
      else if (shown === 'sources') yield* look.state.allOf('source');
      else for (const e of look.state.allOf('entity')) if ((e.type === 'event') === (shown === 'events')) yield e;
    },
    [shown, look],
  );
  const attributes = useMemo(() => {
    if (shown === 'sources') return [];
    const used = attributesOf(records() as Generator<never>);
    if (shown === 'links') return used;
    return [...used, ...asked.filter((a) => !used.includes(a))];
  }, [shown, records, asked]);
  // Each kind of record has a table of its own, its line of tools too: the keyboard stays on the choice.
  const chooser = useRef<HTMLSpanElement>(null);
  const chosen = useRef(shown);
  useLayoutEffect(() => {
    if (chosen.current === shown) return;
    chosen.current = shown;
    if (document.activeElement === document.body) chooser.current?.querySelector<HTMLElement>('input:checked')?.focus();
  }, [shown]);
  const segments = (
    <span ref={chooser} className="row">
      <Segmented
        label={t('table.segment')}
        value={shown}
        onChange={(id) => shownSegment.set(id)}
        options={[
          { value: 'entities', label: t('table.entities') },
          { value: 'events', label: t('table.events') },
          { value: 'links', label: t('table.links-segment') },
          { value: 'sources', label: t('table.sources') },
        ]}
      />
    </span>
  );
  const shared = { key: shown, id: shown, look, focused, segments } as const;
  const key = attributes.join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: attributes are told apart by their names.
  const entities = useMemo(
    () => entitySegment(look.state, attributes, shown === 'events', lastType),
    [look, key, shown, lastType],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above.
  const links = useMemo(() => linkSegment(look.state, shown === 'links' ? attributes : []), [look, key, shown]);
  const sources = useMemo(() => sourceSegment(look.state), [look]);
  switch (shown) {
    case 'links':
      return <RecordTable {...shared} key={shown} segment={links} records={records} />;
    case 'sources':
      return <RecordTable {...shared} key={shown} segment={sources} records={records} />;
    default:
      return (
        <RecordTable
          {...shared}
          key={shown}
          segment={entities}
          records={records}
          onMade={(record) => record.kind === 'entity' && record.type !== 'event' && setLastType(record.type)}
          attributes={attributes}
          onColumn={(field) => askedColumns.set((now) => [...new Set([...now, field])])}
        />
      );
  }
}
