import { useContext, useEffect, useState } from 'react';
import type { Id } from '#domain/record';
import { number } from '#i18n/index';
import { useT } from '#i18n/react';
import { nameOf } from '#i18n/record-words';
import { AnalysisContext } from '#queries/analysis';
import { useCaseSnapshot, useOpenCase } from '#queries/case-context';
import { select, selection } from '#session/selection';
import { useSignal } from '#session/signal';
import { Button, Name } from '#ui/controls/index';
import { around, contactsOf, denseCore, mostLinked, readTies, strongestTies, type Ties } from './part-of-many.ts';
import { findGroups, type Part, putOnChart } from './put-part.ts';
import './too-many.css';

/** As many as one screen or one A3 sheet can hold. */
const PART = 100;
const CORE = 300;
const LISTED = 12;

/** What stands in the place of a chart too large to read: what is on it, and ways to a part that can be read. */
export function TooMany({ chart, ids, onDraw }: { chart: Id; ids: readonly Id[]; onDraw: () => void }) {
  const t = useT();
  const open = useOpenCase();
  const desk = useContext(AnalysisContext);
  const { state, version } = useCaseSnapshot();
  const chosen = useSignal(selection).filter((id) => state.entity(id));
  const [ties, setTies] = useState<Ties | null>(null);
  const [busy, setBusy] = useState(false);
  const name = state.find('chart', chart)?.name ?? '';

  // biome-ignore lint/correctness/useExhaustiveDependencies: the state is one mutable object; its version tells when it changed
  useEffect(() => {
    let gone = false;
    void readTies(state, ids).then((read) => {
      if (!gone) setTies(read);
    });
    return () => {
      gone = true;
    };
  }, [state, version, ids]);

  const make = async (part: Part) => {
    setBusy(true);
    try {
      await putOnChart(open, desk, part);
    } finally {
      setBusy(false);
    }
  };
  const fold = async () => {
    if (!desk) return;
    setBusy(true);
    try {
      const groups = await findGroups(open, desk, ids);
      if (groups) await putOnChart(open, desk, { name: t('link-chart.too-many.name.folded', { name }), ids, groups });
    } finally {
      setBusy(false);
    }
  };
  const contacts = ties && contactsOf(ties);
  const top = ties ? mostLinked(ties, LISTED) : [];
  const at = new Map(ties?.ids.map((id, i) => [id, i]));
  const core = ties ? denseCore(ties, CORE) : { k: 0, ids: [] };
  const wait = ties && !busy ? {} : { disabledReason: t('link-chart.too-many.wait') };
  const part = (key: 'most-linked' | 'strongest' | 'core' | 'around', of: readonly Id[]): Part => ({
    name: t(`link-chart.too-many.name.${key}`, { name, k: core.k }),
    ids: of,
  });
  return (
    <div className="too-many" data-keys="canvas">
      <h2>{t('link-chart.too-many')}</h2>
      <p className="muted">
        {t('link-chart.too-many.counts', {
          items: number(ids.length),
          links: ties ? number(ties.links) : '…',
        })}
      </p>
      <div className="too-many-ways">
        <Button
          variant="primary"
          {...wait}
          onClick={() => ties && void make(part('most-linked', mostLinked(ties, PART)))}
        >
          {t('link-chart.too-many.most-linked', { count: Math.min(PART, ids.length) })}
        </Button>
        <Button {...wait} onClick={() => ties && void make(part('strongest', strongestTies(ties, PART)))}>
          {t('link-chart.too-many.strongest')}
        </Button>
        <Button
          {...wait}
          {...(ties && core.k === 0 && { disabledReason: t('link-chart.too-many.core.none', { most: CORE }) })}
          onClick={() => void make(part('core', core.ids))}
        >
          {core.k > 0
            ? t('link-chart.too-many.core', { k: number(core.k), of: number(core.ids.length) })
            : t('link-chart.too-many.core.any')}
        </Button>
        <Button
          {...wait}
          {...(chosen.length === 0 && { disabledReason: t('link-chart.too-many.around.none') })}
          onClick={() => ties && void make(part('around', around(ties, chosen, PART)))}
        >
          {t('link-chart.too-many.around')}
        </Button>
        <Button
          {...wait}
          {...(!desk && { disabledReason: t('link-chart.layout.not-ready') })}
          onClick={() => void fold()}
        >
          {t('link-chart.too-many.fold')}
        </Button>
        <Button variant="quiet" onClick={onDraw}>
          {t('link-chart.too-many.draw')}
        </Button>
      </div>
      <h3>{t('link-chart.too-many.top')}</h3>
      <ol className="too-many-top">
        {top.map((id) => (
          <li key={id}>
            <Button variant="quiet" className="clip" aria-pressed={chosen.includes(id)} onClick={() => select([id])}>
              <Name text={nameOf(state.entity(id))} clip />
            </Button>
            <span className="n">{t('link-chart.too-many.contacts', { count: contacts![at.get(id)!]! })}</span>
          </li>
        ))}
      </ol>
      <p className="muted">{t('link-chart.too-many.stays')}</p>
    </div>
  );
}
