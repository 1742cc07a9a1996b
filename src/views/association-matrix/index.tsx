import './association-matrix.css';
import { useMemo, useRef, useState } from 'react';
import { number } from '#i18n/index';
import { useT } from '#i18n/react';
import { useCaseSnapshot, useOpenCase } from '#queries/case-context';
import { clearFilter } from '#session/filter';
import { useAction } from '#session/keys';
import { selection } from '#session/selection';
import { useSignal } from '#session/signal';
import { Button, EmptyState, Note } from '#ui/controls/index';
import { deleteWithPlan } from '../acts.tsx';
import { lastAsked } from '../last-answer.ts';
import { lookOf } from '../matrix-look.ts';
import { type GroupStarts, groupStarts, orderChoices } from '../matrix-order.ts';
import { countsText } from '../read-matrix.ts';
import type { ViewProps } from '../view.ts';
import { linksBetween, turnDirection, turnStrength } from './cell-acts.ts';
import { CellEditor, type EditedCell } from './cell-editor.tsx';
import { Legend } from './legend.tsx';
import { MatrixGrid } from './matrix-grid.tsx';
import { OrderedBy } from './ordered-by.tsx';
import { saveMatrix } from './save-matrix.ts';
import { Tools } from './tools.tsx';
import { useMatrix } from './use-matrix.ts';

/** As many rows as are shown: nobody reads a larger matrix. */
const MOST = 1000;
const NO_GROUPS: GroupStarts = new Map();

/** Who is associated with whom, in rows and columns: the same case as on the charts. */
export default function AssociationMatrixView({ focused }: ViewProps) {
  const t = useT();
  const open = useOpenCase();
  const { state, head } = useCaseSnapshot();
  const look = useSignal(lookOf(open));
  const asked = useSignal(lastAsked(open));
  const choices = useMemo(() => orderChoices(asked), [asked]);
  const choice = choices.find((c) => c.id === look.order) ?? choices[0]!;
  const read = useMatrix(look.of, choice.order);
  const [edited, setEdited] = useState<EditedCell>();
  const stage = useRef<HTMLDivElement>(null);

  useAction('strength', () => turnStrength(open), focused);
  useAction('direction', () => turnDirection(open), focused);
  const remove = () => {
    const ids = selection.get();
    if (ids.length > 0) void deleteWithPlan(open, ids);
  };
  useAction('delete', remove, focused);

  const groups = useMemo(() => (read ? groupStarts(choice, read.ordered) : NO_GROUPS), [choice, read]);
  const ids = useMemo(() => (read ? read.ordered.ids.slice(0, MOST) : []), [read]);
  if (!read) return null;
  const { matrix, ordered } = read;
  const close = (back: boolean) => {
    setEdited(undefined);
    if (back) stage.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
  };
  return (
    <div className="matrix-view">
      <Tools
        state={state}
        look={look}
        choice={choice}
        choices={choices}
        onSave={() => void saveMatrix(state, { read, ids, choice, seq: head.seq })}
      />
      {ids.length === 0 ? (
        <Empty filtered={state.countOf('entity') > 0} />
      ) : (
        <>
          <p className="matrix-said">
            <OrderedBy choice={choice} ordered={ordered} /> {countsText(state, read)}
          </p>
          {ordered.ids.length > ids.length && (
            <Note tone="warning">
              {t('association-matrix.too-large', { shown: number(ids.length), all: number(ordered.ids.length) })}
            </Note>
          )}
          <div className="matrix-stage" ref={stage}>
            <MatrixGrid
              key={look.form}
              state={state}
              matrix={matrix}
              filtered={read.filtered}
              ids={ids}
              blocks={ordered.blocks}
              groups={groups}
              form={look.form}
              onEdit={(row, column, at) => setEdited({ row, column, at, links: linksBetween(state, row, column) })}
            />
            {edited && (
              <CellEditor
                key={`${edited.row} ${edited.column}`}
                cell={edited}
                stage={stage}
                onStep={setEdited}
                onClose={close}
              />
            )}
          </div>
          <Legend matrix={matrix} />
        </>
      )}
    </div>
  );
}

function Empty({ filtered }: { filtered: boolean }) {
  const t = useT();
  if (!filtered)
    return <EmptyState title={t('association-matrix.empty')}>{t('association-matrix.empty.body')}</EmptyState>;
  return (
    <EmptyState
      title={t('association-matrix.empty.filtered')}
      actions={<Button onClick={clearFilter}>{t('action.clear-filter')}</Button>}
    >
      {t('association-matrix.empty.filtered.body')}
    </EmptyState>
  );
}
