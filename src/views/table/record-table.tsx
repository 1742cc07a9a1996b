import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CaseRecord } from '#domain/record';
import { number } from '#i18n/index';
import { useT } from '#i18n/react';
import { useOpenCase } from '#queries/case-context';
import { csvOf, defuse, recall, saveFile } from '#queries/exports';
import { newId } from '#queries/ids';
import { clearFilter, filter } from '#session/filter';
import { hiddenByFilter } from '#session/hidden';
import { select, selection } from '#session/selection';
import { useSignal } from '#session/signal';
import { Button, EmptyState, Note } from '#ui/controls/index';
import { announce } from '#ui/dialogs/index';
import { DataGrid, type EditManner, type RowEdit } from '#ui/grid/index';
import { deleteWithPlan, said } from '../acts.tsx';
import { filterMatch } from '../filter-match.ts';
import { AddColumn } from './add-column.tsx';
import { askReason } from './ask-reason.tsx';
import { carryOut } from './carry-out.ts';
import type { Look } from './field.ts';
import { cellMatches } from './look.ts';
import { type Draft, type Problems, planEdits, regraded, type Segment } from './plan-edits.ts';
import { columnOf, type TableRow } from './record-columns.ts';
import { KeptOrder, type SegmentId } from './segments.ts';

interface RecordTableProps<R extends CaseRecord> {
  readonly id: SegmentId;
  readonly look: Look;
  readonly focused: boolean;
  readonly segments: ReactNode;
  readonly segment: Segment<R>;
  readonly records: () => Iterable<CaseRecord>;
  readonly onMade?: (record: R) => void;
  readonly attributes?: readonly string[];
  readonly onColumn?: (field: string) => void;
}

const emptyDraft = (): Draft => ({ id: newId(), cells: new Map(), problems: new Map() });

export function RecordTable<R extends CaseRecord>(props: RecordTableProps<R>) {
  const { id, look, segment, records, focused } = props;
  const t = useT();
  const open = useOpenCase();
  const asked = useSignal(filter);
  const chosenIds = useSignal(selection);
  const [draft, setDraft] = useState(emptyDraft);
  const [pending, setPending] = useState<readonly Draft[]>([]);
  const [problems, setProblems] = useState<Problems>(new Map());
  const [passed, setPassed] = useState(0);
  const [shown, setShown] = useState(0);
  const [order] = useState(() => new KeptOrder());

  // What became a record is no draft any more, not even for one drawing: two rows must not share an id.
  if (segment.find(draft.id)) setDraft(emptyDraft());
  if (pending.some((d) => segment.find(d.id))) setPending(pending.filter((d) => !segment.find(d.id)));

  const match = useMemo(() => filterMatch(asked, look.state), [asked, look]);
  const passes = useCallback(
    (record: CaseRecord): boolean => {
      if (!match) return true;
      if (record.kind === 'entity') return match.entity(record);
      if (record.kind !== 'link') return true;
      const ends = [look.state.entity(record.from), look.state.entity(record.to)];
      return match.link(record) && ends.every((e) => e !== undefined && match.entity(e));
    },
    [match, look],
  );
  const all = useMemo(() => order.sort(records() as Iterable<R>), [order, records]);
  const passing = useMemo(
    () => (match && asked.mode === 'hide' ? all.filter(passes) : all),
    [all, match, asked.mode, passes],
  );
  // The same record with the same problems is the same row, so that the grid need not look at it again.
  const kept = useRef(new WeakMap<object, TableRow<R>>());
  const rows = useMemo(() => {
    const list = passing.map((record): TableRow<R> => {
      const wrong = problems.get(record.id);
      const before = kept.current.get(record);
      if (before && before.problems === wrong) return before;
      const row = { id: record.id, record, problems: wrong };
      kept.current.set(record, row);
      return row;
    });
    for (const p of pending) list.push({ id: p.id, draft: p, problems: p.problems });
    return list;
  }, [passing, pending, problems]);
  const last = useMemo((): TableRow<R> => ({ id: draft.id, draft, problems: draft.problems }), [draft]);
  const columns = useMemo(() => segment.fields.map((f) => columnOf(f, segment, look)), [segment, look]);

  const hidden = all.length - passing.length;
  useEffect(() => {
    if (focused) hiddenByFilter.set({ hidden, of: all.length });
  }, [focused, hidden, all.length]);

  const onEdit = async (edits: readonly RowEdit[], manner: EditManner, left: number) => {
    const drafts = new Map([draft, ...pending].map((d) => [d.id, d]));
    const plan = planEdits(segment, edits, manner, { look, drafts, newId });
    const grades = regraded(plan);
    const reason = grades > 0 ? await askReason(grades) : '';
    if (reason === undefined) return announce(t('table.regrade.not'));
    const touched = new Set(edits.map((e) => e.row));
    setPassed(left);
    setProblems((now) => {
      const next = new Map([...now].filter(([row]) => !touched.has(row)));
      for (const [row, wrong] of plan.problems) next.set(row, wrong);
      return next;
    });
    const act = carryOut(open, plan, reason);
    if (act && !(await said(act))) return;
    const { completed } = plan;
    setPending((now) => {
      const next = new Map(now.map((d) => [d.id, d]));
      for (const done of completed) next.delete(done);
      for (const d of plan.drafts) if (d.id !== draft.id) next.set(d.id, d);
      return [...next.values()];
    });
    const mine = plan.drafts.find((d) => d.id === draft.id);
    if (mine && manner !== 'type') {
      // A pasted line that lacks something waits above; the empty line stays the last one.
      setPending((now) => [mine, ...now.filter((d) => d.id !== mine.id)]);
      setDraft(emptyDraft());
    } else if (mine) setDraft(mine);
    const made = plan.made.at(-1);
    if (made) props.onMade?.(made);
  };

  const remove = async (ids: readonly string[]) => {
    const waiting = new Set(pending.map((d) => d.id));
    setPending((now) => now.filter((d) => !ids.includes(d.id)));
    const gone = ids.filter((x) => !waiting.has(x) && segment.find(x));
    if (gone.length > 0) await deleteWithPlan(open, gone);
  };
  const deletable = useMemo(() => {
    const here = new Set(rows.map((r) => r.id));
    return chosenIds.filter((x) => here.has(x));
  }, [rows, chosenIds]);

  const exportRows = () => {
    const heads = segment.fields.map((f) => f.title);
    const body = passing.map((r) => segment.fields.map((f) => (f.closed?.(r) ? '' : f.text(r, look))));
    saveFile(`${id}.csv`, csvOf([heads, ...body]));
    announce(t('table.exported', { count: body.length }));
  };

  const wrong = [...problems.values(), ...pending.map((d) => d.problems), draft.problems].flatMap((m) => [
    ...m.values(),
  ]);
  const rowId = useCallback((row: TableRow<R>) => row.id, []);
  const rowClass = useCallback(
    (row: TableRow<R>) => (row.draft ? 'ask' : row.record && match && !passes(row.record) ? 'grey' : undefined),
    [match, passes],
  );
  return (
    <>
      <div className="tools">
        {props.segments}
        <span className="grow" />
        <span role="status" className="muted nowrap">
          {t('table.shown', { shown: number(shown - pending.length), total: number(all.length) })}
        </span>
        {props.onColumn && <AddColumn taken={props.attributes ?? []} onColumn={props.onColumn} />}
        <Button
          variant="quiet"
          icon="trash"
          shortcut="Ctrl Delete"
          {...(deletable.length === 0 && { disabledReason: t('table.delete.none') })}
          onClick={() => void remove(deletable)}
        >
          {t('table.delete')}
        </Button>
        <Button variant="quiet" icon="download" onClick={exportRows}>
          {t('table.export')}
        </Button>
      </div>
      {wrong.length > 0 && (
        <Note
          tone="warning"
          live
          actions={
            <Button
              variant="link"
              onClick={() => {
                setProblems(new Map());
                setPending((now) => now.map((d) => ({ ...d, problems: new Map() })));
                setDraft((now) => ({ ...now, problems: new Map() }));
              }}
            >
              {t('table.problems.dismiss')}
            </Button>
          }
        >
          {t('table.problems', { count: wrong.length, first: wrong[0]! })}
        </Note>
      )}
      {wrong.length === 0 && passed > 0 && <Note live>{t('table.passed', { count: passed })}</Note>}
      {wrong.length === 0 && draft.cells.size > 0 && <Note>{t(`table.draft.${id}`)}</Note>}
      <div className="stage table-stage">
        <DataGrid
          label={t(id === 'links' ? 'table.links-segment' : `table.${id}`)}
          rows={rows}
          rowId={rowId}
          columns={columns}
          matches={cellMatches}
          onShown={setShown}
          selected={chosenIds}
          onSelect={select}
          onEdit={(edits, manner, left) => void onEdit(edits, manner, left)}
          draft={last}
          onDelete={(ids) => void remove(ids)}
          outgoing={defuse}
          incoming={recall}
          rowClass={rowClass}
          {...(hidden > 0 &&
            passing.length === 0 && {
              empty: (
                <EmptyState
                  title={t('table.hidden', { count: hidden })}
                  actions={<Button onClick={clearFilter}>{t('table.clear-filter')}</Button>}
                />
              ),
            })}
        />
      </div>
    </>
  );
}
