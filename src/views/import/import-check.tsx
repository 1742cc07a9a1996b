import type { Id } from '#domain/record';
import { number, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import type { PlanReport } from '#queries/exchange';
import { Button, Name, Section, Select } from '#ui/controls/index';

const SHOWN = 200;

export type Decisions = ReadonlyMap<string, Id | 'new'>;

/** What the import would do, row by row where something is to be looked at; nothing is written yet. */
export function ImportCheck({
  plan,
  decisions,
  onDecide,
  onSaveRejected,
}: {
  plan: PlanReport;
  decisions: Decisions;
  onDecide: (key: string, choice: Id | 'new') => void;
  onSaveRejected: () => void;
}) {
  const t = useT();
  const matched = plan.matches.list.slice(0, SHOWN);
  return (
    <>
      <Section title={t('import-view.makes')}>
        <dl className="kv">
          <dt>{t('import-view.entities')}</dt>
          <dd>
            {t('import-view.makes.entities', {
              count: number(plan.counts.entities),
              known: number(plan.matches.known),
            })}
          </dd>
          <dt>{t('import-view.links')}</dt>
          <dd>{number(plan.counts.links)}</dd>
        </dl>
      </Section>
      {matched.length > 0 && (
        <Section title={t('import-view.matches')} end={number(plan.matches.known + plan.matches.unclear)}>
          <div className="import-rows">
            <table className="grid">
              <thead>
                <tr>
                  <th>{t('import-view.match.label')}</th>
                  <th>{t('import-view.match.known')}</th>
                  <th>{t('import-view.match.how')}</th>
                </tr>
              </thead>
              <tbody>
                {matched.map((m) => (
                  <tr key={m.key} className={m.outcome === 'unclear' ? 'ask' : undefined}>
                    <td>
                      <Name text={m.label} />
                    </td>
                    <td>
                      {m.outcome === 'unclear' ? (
                        <Select
                          hideLabel
                          label={`${t('import-view.match.unclear')}: ${m.label}`}
                          value={decisions.get(m.key) ?? ''}
                          onChange={(choice) => choice && onDecide(m.key, choice)}
                          options={[
                            { value: '', label: t('import-view.match.unclear') },
                            ...(m.candidates ?? []).map((c) => ({ value: c.id, label: c.label })),
                            { value: 'new', label: t('import-view.match.new') },
                          ]}
                        />
                      ) : (
                        <Name text={m.known?.label ?? t('import-view.match.new')} />
                      )}
                    </td>
                    <td className="muted">{m.via && tDynamic(`import.match.via.${m.via}`)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Section>
      )}
      <Remarks
        title={t('import-view.rejected')}
        remarks={plan.rejected}
        prefix="import.rejected"
        onSave={onSaveRejected}
      />
      {plan.notData.total > 0 && (
        <Section title={t('import-view.not-data')} end={number(plan.notData.total)}>
          <p className="item muted">
            {plan.notData.counts
              .map(([code, count]) => tDynamic(`import-view.not-data.${code}`, { count }))
              .join(' · ')}
          </p>
        </Section>
      )}
      {plan.warned.total > 0 && (
        <Remarks title={t('import-view.warned')} remarks={plan.warned} prefix="import.warned" />
      )}
    </>
  );
}

function Remarks({
  title,
  remarks,
  prefix,
  onSave,
}: {
  title: string;
  remarks: PlanReport['rejected'] | PlanReport['warned'];
  prefix: string;
  onSave?: () => void;
}) {
  const t = useT();
  const shown = remarks.list.slice(0, SHOWN);
  return (
    <Section title={title} end={number(remarks.total)}>
      {remarks.total === 0 ? (
        <p className="item muted">{t('import-view.rejected.none')}</p>
      ) : (
        <>
          <div className="item row">
            <span>
              {remarks.counts.map(([code, n]) => `${tDynamic(`${prefix}.${code}`)}: ${number(n)}`).join(' · ')}
            </span>
            {onSave && (
              <Button variant="link" onClick={onSave}>
                {t('import-view.rejected.save')}
              </Button>
            )}
          </div>
          <div className="import-rows">
            <table className="grid">
              <thead>
                <tr>
                  <th className="num">{t('import-view.row')}</th>
                  <th>{t('import-view.rejected.why')}</th>
                  <th>{t('import-view.column')}</th>
                  <th>{t('import-view.rejected.text')}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((r) => (
                  <tr key={`${r.row} ${r.code} ${r.column ?? ''}`} className={onSave ? 'bad' : 'ask'}>
                    <td className="num">{r.row === r.toRow ? number(r.row) : `${number(r.row)}–${number(r.toRow)}`}</td>
                    <td>{tDynamic(`${prefix}.${r.code}`)}</td>
                    <td>
                      <Name text={r.column ?? ''} />
                    </td>
                    <td className="clip">
                      <Name text={r.value ?? r.text ?? ''} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {remarks.list.length > SHOWN && (
            <p className="item muted">{t('import-view.rejected.shown', { count: SHOWN })}</p>
          )}
        </>
      )}
    </Section>
  );
}
