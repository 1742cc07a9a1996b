import { useT } from '#i18n/react';
import { clearFilter } from '#session/filter';
import { runAction } from '#session/keys';
import { Button, EmptyState } from '#ui/controls/index';

/** What stands where nothing is drawn: what the filter hides, or what to do first. */
export function EmptyChart(props: { filtered: number; onType: () => void; onPlace: () => void }) {
  const t = useT();
  return (
    <div className="chart-empty">
      {props.filtered > 0 ? (
        <EmptyState
          title={t('link-chart.filter-hides-all', { count: props.filtered })}
          actions={<Button onClick={clearFilter}>{t('link-chart.clear-filter')}</Button>}
        />
      ) : (
        <EmptyState
          title={t('link-chart.empty')}
          actions={
            <>
              <Button variant="primary" onClick={props.onType}>
                {t('link-chart.empty.type')}
              </Button>
              <Button onClick={props.onPlace}>{t('link-chart.empty.place')}</Button>
              <Button onClick={() => runAction('import-data')}>{t('link-chart.empty.import')}</Button>
            </>
          }
        >
          {t('link-chart.empty.more')}
        </EmptyState>
      )}
    </div>
  );
}
