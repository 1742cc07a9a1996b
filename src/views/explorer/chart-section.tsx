import { useState } from 'react';
import type { Chart } from '#domain/chart/chart';
import { type Placement, placementId } from '#domain/chart/placement';
import { dependentsOf } from '#domain/commands/delete-records';
import { t as translate } from '#i18n/index';
import { useT } from '#i18n/react';
import { sameValue, useCaseValue, useOpenCase } from '#queries/case-context';
import { newId } from '#queries/ids';
import type { OpenCase } from '#queries/open-case';
import { useAction } from '#session/keys';
import { closePane, openPane, panes } from '#session/panes';
import { useSignal } from '#session/signal';
import { Button, Dialog, MenuButton, Name, Section, TextField } from '#ui/controls/index';
import { confirm, showDialog } from '#ui/dialogs/index';
import { Icon } from '#ui/icon/index';
import { said } from '../acts.tsx';

async function newChart(open: OpenCase): Promise<void> {
  const { state } = open.snapshot();
  const id = newId();
  const name = translate('explorer.chart.name', { number: state.countOf('chart') + 1 });
  const chart: Chart = { id, kind: 'chart', name, multiplicity: 'single', skin: 'icons' };
  if (await said(open.run('create-chart', { chart }))) openPane({ view: 'link-chart', chart: id });
}

async function copyChart(open: OpenCase, id: string): Promise<void> {
  const { state } = open.snapshot();
  const chart = state.find('chart', id);
  if (!chart) return;
  const copy = newId();
  const placements: Placement[] = [];
  for (const p of state.placementsOn(id)) {
    const r = state.find('placement', p);
    if (r) placements.push({ ...r, id: placementId(copy, r.item), chart: copy });
  }
  const made = { ...chart, id: copy, name: translate('explorer.chart.copy-name', { name: chart.name }) };
  if (await said(open.run('create-chart', { chart: made, placements }))) openPane({ view: 'link-chart', chart: copy });
}

function RenameDialog({ name, close }: { name: string; close: (name?: string) => void }) {
  const t = useT();
  const [text, setText] = useState(name);
  return (
    <Dialog
      title={t('explorer.chart.rename')}
      onClose={() => close()}
      onSubmit={() => text.trim() && close(text.trim())}
      foot={
        <>
          <Button onClick={() => close()}>{t('inspector.cancel')}</Button>
          <Button submit variant="primary">
            {t('inspector.save')}
          </Button>
        </>
      }
    >
      <TextField data-autofocus label={t('explorer.chart.rename.label')} value={text} onChange={setText} />
    </Dialog>
  );
}

async function renameChart(open: OpenCase, id: string, name: string): Promise<void> {
  const next = await showDialog<string>((close) => <RenameDialog name={name} close={close} />);
  if (next) await said(open.run('edit-chart', { id, set: { name: next } }));
}

async function deleteChart(open: OpenCase, id: string): Promise<void> {
  const { removed } = dependentsOf(open.snapshot().state, [id]);
  const go = await confirm({
    title: translate('inspector.delete.title', { count: 1 }),
    body: (
      <>
        <p>{translate('kind.placement', { count: removed.filter((r) => r.kind === 'placement').length })}</p>
        <p>{translate('inspector.delete.undo')}</p>
      </>
    ),
    confirm: translate('inspector.delete.confirm'),
    danger: true,
  });
  if (go && (await said(open.run('delete-records', { ids: [id] })))) closePane({ view: 'link-chart', chart: id });
}

/** The charts of the case: several, on the same records. */
export function ChartSection() {
  const t = useT();
  const open = useOpenCase();
  const shown = useSignal(panes);
  const charts = useCaseValue((s) => [...s.allOf('chart')].map((c) => ({ id: c.id, name: c.name })), sameValue);
  const sources = useCaseValue((s) => s.countOf('source'));
  const active = shown.main[shown.active]?.chart;
  useAction('new-chart', () => void newChart(open));
  return (
    <div id="explorer-charts">
      <Section title={t('explorer.charts')} end={charts.length}>
        <ul className="tree">
          {charts.map((c) => (
            <li key={c.id} className={c.id === active ? 'sel' : undefined}>
              <Icon name="connect" />
              <Button
                variant="quiet"
                className="clip grow"
                onClick={() => openPane({ view: 'link-chart', chart: c.id })}
              >
                <Name text={c.name} clip />
              </Button>
              <MenuButton
                iconOnly
                icon="more"
                variant="quiet"
                label={t('explorer.chart.menu', { name: c.name })}
                entries={[
                  {
                    id: 'rename',
                    label: t('explorer.chart.rename'),
                    icon: 'edit',
                    onSelect: () => void renameChart(open, c.id, c.name),
                  },
                  {
                    id: 'copy',
                    label: t('explorer.chart.copy'),
                    icon: 'copy',
                    onSelect: () => void copyChart(open, c.id),
                  },
                  { separator: true },
                  {
                    id: 'delete',
                    label: t('explorer.chart.delete'),
                    icon: 'trash',
                    danger: true,
                    onSelect: () => void deleteChart(open, c.id),
                  },
                ]}
              />
            </li>
          ))}
          <li>
            <Button variant="quiet" icon="plus" onClick={() => void newChart(open)}>
              {t('explorer.chart.new')}
            </Button>
          </li>
        </ul>
      </Section>
      <Section title={t('explorer.sources')} end={t('explorer.sources.count', { count: sources })}>
        <div className="item">
          <Button variant="link" onClick={() => openPane({ view: 'sources' })}>
            {t('explorer.sources')}
          </Button>
        </div>
      </Section>
    </div>
  );
}
