import type { CaseState } from '#domain/change/case-state';
import { displayLabel } from '#domain/entity/entity';
import type { Id } from '#domain/record';
import { tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import type { GraphCanvasHandle, Point } from '#ui/graph-canvas/index';
import { LinkTypeField } from '../link-type-field.tsx';
import type { ChartActs, Editor } from './chart-acts.ts';
import type { ChartView } from './chart-view.ts';
import { placeOf } from './drawn-as.ts';
import { makeEntity, makeGroup, makeLink, rename, retypeLink, takeEntity } from './editor-acts.ts';
import { LinkToField, NameField, OnChart, WordField } from './inline-fields.tsx';

interface Props {
  readonly editor: Editor;
  readonly acts: ChartActs;
  readonly state: CaseState;
  readonly view: ChartView;
  readonly canvas: GraphCanvasHandle;
  readonly onEdit: (editor: Editor | null) => void;
  readonly onClose: () => void;
}

/** What is being written on the chart now, where it belongs. */
export function ChartEditor({ editor, acts, state, view, canvas, onEdit, onClose }: Props) {
  const t = useT();
  const isOnChart = (id: Id) => placeOf(view, id) !== undefined;
  const middle = (ids: readonly Id[]): Point => {
    const places = ids.flatMap((id) => placeOf(view, id) ?? []);
    const e = canvas.extent();
    if (places.length === 0) return { x: (e.x1 + e.x2) / 2, y: (e.y1 + e.y2) / 2 };
    return {
      x: places.reduce((sum, p) => sum + p.x, 0) / places.length,
      y: places.reduce((sum, p) => sum + p.y, 0) / places.length,
    };
  };
  /** Within the canvas, whatever the zoom: a field out of sight cannot be written in. */
  const on = (p: Point): Point => {
    const e = canvas.extent();
    const inside = {
      x: Math.min(e.x2 - 130 / canvas.zoom(), Math.max(e.x1 + 130 / canvas.zoom(), p.x)),
      y: Math.min(e.y2 - 60 / canvas.zoom(), Math.max(e.y1 + 30 / canvas.zoom(), p.y)),
    };
    return canvas.toCanvas(inside);
  };
  const save = (what: Promise<void>) => {
    void what;
    onClose();
  };

  switch (editor.kind) {
    case 'name':
      return (
        <OnChart at={on(editor.place)}>
          <NameField
            key={`${editor.type} ${editor.place.x} ${editor.place.y}`}
            state={state}
            type={editor.type}
            isOnChart={isOnChart}
            onMake={(type, label) => void makeEntity(acts, type, label, editor.place, editor.linkFrom)}
            onTake={(id) => void takeEntity(acts, id, editor.place, editor.linkFrom)}
            onCancel={onClose}
          />
        </OnChart>
      );
    case 'link': {
      const from = state.entity(editor.from);
      const to = state.entity(editor.to);
      if (!from || !to) return null;
      return (
        <OnChart at={on(middle([editor.from, editor.to]))}>
          <LinkTypeField
            key={`${editor.from} ${editor.to}`}
            from={from}
            to={to}
            onType={(type, wording, reversed) => void makeLink(acts, editor.from, editor.to, type, wording, reversed)}
            onCancel={onClose}
          />
        </OnChart>
      );
    }
    case 'link-to': {
      const from = state.entity(editor.from);
      if (!from) return null;
      return (
        <OnChart at={on(middle([editor.from]))}>
          <LinkToField
            key={editor.from}
            state={state}
            from={from}
            isOnChart={isOnChart}
            onChoose={(id) => {
              if (isOnChart(id)) onEdit({ kind: 'link', from: editor.from, to: id });
              else void takeEntity(acts, id, acts.freePlace(), editor.from);
            }}
            onCancel={onClose}
          />
        </OnChart>
      );
    }
    case 'rename-link': {
      const link = state.link(editor.id);
      const from = link && state.entity(link.from);
      const to = link && state.entity(link.to);
      if (!link || !from || !to) return null;
      return (
        <OnChart at={on(middle([link.from, link.to]))}>
          <LinkTypeField
            key={link.id}
            from={from}
            to={to}
            initial={link.wording ?? tDynamic(`link-type.${link.type}`)}
            // Own words keep the type the link has: they say it more exactly.
            onType={(type, wording) =>
              save(retypeLink(acts, link.id, wording === undefined ? type : link.type, wording))
            }
            onCancel={onClose}
          />
        </OnChart>
      );
    }
    case 'rename': {
      const entity = state.entity(editor.id);
      if (!entity) return null;
      const shown = displayLabel(entity);
      return (
        <OnChart at={on(middle([editor.id]))}>
          <WordField
            key={editor.id}
            label={t('link-chart.name.rename', { name: shown })}
            initial={shown}
            onSave={(text) => save(rename(acts, editor.id, text))}
            onCancel={onClose}
          />
        </OnChart>
      );
    }
    case 'group':
      return (
        <OnChart at={on(middle(editor.members))}>
          <WordField
            key="group"
            label={t('link-chart.group.name')}
            initial=""
            onSave={(text) => save(makeGroup(acts, text, editor.members))}
            onCancel={onClose}
          />
        </OnChart>
      );
    case 'rename-group': {
      const group = state.find('group', editor.id);
      if (!group) return null;
      return (
        <OnChart at={on(middle(group.members))}>
          <WordField
            key={group.id}
            label={t('link-chart.group.rename', { name: group.name })}
            initial={group.name}
            onSave={(text) => save(rename(acts, group.id, text))}
            onCancel={onClose}
          />
        </OnChart>
      );
    }
  }
}
