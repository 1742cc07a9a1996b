import { number } from '#i18n/index';
import { useT } from '#i18n/react';
import { useCaseSnapshot } from '#queries/case-context';
import { emphasis } from '#session/emphasis';
import { useSignal } from '#session/signal';
import { Button, Name } from '#ui/controls/index';
import { Icon } from '#ui/icon/index';
import type { ChartView } from './chart-view.ts';
import './date-banner.css';

/** Says what is brought out on the chart, and how much of it stands there; nothing where nothing is. */
export function EmphasisBanner({ view, onLeave }: { view: ChartView; onLeave: () => void }) {
  const t = useT();
  const now = useSignal(emphasis);
  const { state } = useCaseSnapshot();
  if (!now) return null;
  const there = view.entities.filter((e) => now.items.has(e.id)).length;
  const links = view.links.filter((l) => now.items.has(l.id)).length;
  return (
    <section className="date-banner" aria-label={t('emphasis')}>
      <div className="row">
        <b role="status" className="emphasis-is">
          <Icon name="connect" size={16} /> {t('emphasis.is')} <Name text={now.label(state)} />.{' '}
          {t('emphasis.there', {
            entities: t('results.method.entities', { count: there }),
            links: t('results.method.links', { count: links }),
            rest: number(view.entities.length - there),
          })}
        </b>
        <Button
          onClick={() => {
            emphasis.set(null);
            onLeave();
          }}
        >
          {t('emphasis.clear')}
        </Button>
      </div>
    </section>
  );
}
