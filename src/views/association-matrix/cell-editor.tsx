import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Direction, Link, Strength } from '#domain/link/link';
import type { Id } from '#domain/record';
import { t, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { linkWords, nameOf } from '#i18n/record-words';
import { strengths } from '#queries/association-matrix';
import { useCaseSnapshot, useOpenCase } from '#queries/case-context';
import type { OpenCase } from '#queries/open-case';
import { shortcut } from '#session/keys';
import { select } from '#session/selection';
import { Menu, type MenuEntry } from '#ui/controls/index';
import { deleteWithPlan, openInspector } from '../acts.tsx';
import { LinkTypeField } from '../link-type-field.tsx';
import { editLinks, linkCell } from './cell-acts.ts';

/** A cell that is being edited: its row, its column, its box in the window, and how far the editing has come. */
export interface EditedCell {
  readonly row: Id;
  readonly column: Id;
  readonly at: DOMRect;
  readonly links: readonly Id[];
  /** The one of several links that is being changed. */
  readonly link?: Id;
  /** One more link is being drawn. */
  readonly adding?: true;
}

const DIRECTIONS: readonly Direction[] = ['none', 'forward', 'back', 'both'];

/** Edits a cell where it stands: an empty one is linked as on a chart; of one that is not, its link is changed, or one of its links. */
export function CellEditor({
  cell,
  stage,
  onStep,
  onClose,
}: {
  cell: EditedCell;
  stage: RefObject<HTMLElement | null>;
  /** The next step. A menu closes before it says what was chosen, and takes the editor with it: the step is kept by whoever holds the cell. */
  onStep: (next: EditedCell) => void;
  /** `back`: the keyboard returns to the grid. */
  onClose: (back: boolean) => void;
}) {
  const t = useT();
  const open = useOpenCase();
  const { state } = useCaseSnapshot();
  const links = cell.links.flatMap((id) => state.link(id) ?? []);
  const link = cell.link === undefined && links.length === 1 ? links[0] : links.find((l) => l.id === cell.link);
  const [row, column] = [state.entity(cell.row), state.entity(cell.column)];
  if (!row || !column) return null;
  if (cell.adding || links.length === 0)
    return (
      <InStage at={cell.at} stage={stage}>
        <LinkTypeField
          from={row}
          to={column}
          onType={(...drawn) => {
            onClose(true);
            void linkCell(open, cell.row, cell.column, drawn);
          }}
          onCancel={() => onClose(true)}
        />
      </InStage>
    );
  const another: MenuEntry = {
    id: 'another',
    icon: 'plus',
    label: t('association-matrix.edit.another'),
    onSelect: () => onStep({ ...cell, adding: true }),
  };
  const entries = link
    ? [
        ...linkEntries(open, link, nameOf(state.entity(link.from)), nameOf(state.entity(link.to)), () =>
          onClose(false),
        ),
        another,
      ]
    : [
        { heading: t('association-matrix.edit.links') },
        ...links.map(
          (l): MenuEntry => ({
            id: l.id,
            label: t('association-matrix.edit.link', {
              what: linkWords(l),
              strength: t(`link-chart.strength.${l.strength}`),
            }),
            onSelect: () => {
              select([l.id]);
              onStep({ ...cell, link: l.id });
            },
          }),
        ),
        { separator: true as const },
        another,
      ];
  return (
    <Menu
      key={link?.id ?? 'all'}
      label={t('association-matrix.edit')}
      entries={entries}
      at={cell.at}
      onClose={() => onClose(false)}
    />
  );
}

/** What can be done with one link. */
function linkEntries(open: OpenCase, link: Link, from: string, to: string, onInspect: () => void): MenuEntry[] {
  const turn = (set: { strength: Strength } | { direction: Direction }, told: string) =>
    void editLinks(open, [link], set, told);
  const ways: Readonly<Record<Direction, string>> = {
    none: `${from} — ${to}`,
    forward: `${from} → ${to}`,
    back: `${from} ← ${to}`,
    both: `${from} ↔ ${to}`,
  };
  return [
    { heading: linkWords(link) },
    ...strengths.map(
      (strength): MenuEntry => ({
        id: strength,
        label: tDynamic(`strength.${strength}`),
        checked: link.strength === strength,
        onSelect: () =>
          turn({ strength }, t('link-chart.said.strength', { strength: t(`link-chart.strength.${strength}`) })),
      }),
    ),
    { separator: true },
    ...DIRECTIONS.map(
      (direction): MenuEntry => ({
        id: `direction-${direction}`,
        label: <bdi>{ways[direction]}</bdi>,
        checked: link.direction === direction,
        onSelect: () =>
          turn({ direction }, t('link-chart.said.direction', { direction: t(`link-chart.direction.${direction}`) })),
      }),
    ),
    { separator: true },
    {
      id: 'inspect',
      label: t('association-matrix.edit.inspect'),
      onSelect: () => {
        select([link.id]);
        onInspect();
        openInspector();
      },
    },
    {
      id: 'delete',
      label: t('association-matrix.edit.delete'),
      shortcut: shortcut('delete'),
      danger: true,
      onSelect: () => void deleteWithPlan(open, [link.id]),
    },
  ];
}

/** A field at a cell, kept within the stage. */
function InStage({
  at,
  stage,
  children,
}: {
  at: DOMRect;
  stage: RefObject<HTMLElement | null>;
  children: React.ReactNode;
}) {
  const [place, setPlace] = useState({ left: 0, top: 0 });
  useLayoutEffect(() => {
    const box = stage.current?.getBoundingClientRect();
    if (!box) return;
    setPlace({
      left: Math.max(4, Math.min(at.left - box.left, box.width - 300)),
      top: Math.max(4, Math.min(at.bottom - box.top + 2, box.height - 220)),
    });
  }, [at, stage]);
  return (
    <div className="matrix-field" style={{ left: `${place.left}px`, top: `${place.top}px` }}>
      {children}
    </div>
  );
}
