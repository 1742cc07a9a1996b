import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { number, t as say, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { nameOf } from '#i18n/record-words';
import { sameValue, useCaseValue } from '#queries/case-context';
import type { PlanReport } from '#queries/exchange';
import { Button, Name, Section, Select } from '#ui/controls/index';

const SHOWN = 200;

type EntityMatch = PlanReport['matches']['list'][number];

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
  const names = new Map(useCaseValue((s) => namesIn(s, matched), sameValue));
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
          {plan.counts.altered > 0 && (
            <>
              <dt>{t('import-view.altered')}</dt>
              <dd>{t('import-view.altered.entities', { count: plan.counts.altered })}</dd>
            </>
          )}
        </dl>
      </Section>
      {matched.length > 0 && (
        <Section title={t('import-view.matches')} end={number(plan.matches.known + plan.matches.unclear)}>
          <Matches matched={matched} names={names} decisions={decisions} onDecide={onDecide} />
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

/** What is shown of the case's entities, by id: protected persons go by their pseudonym, so it comes from the case and not from the plan. */
export function namesIn(state: CaseState, matched: readonly EntityMatch[]): (readonly [Id, string])[] {
  const ids = matched.flatMap((m) => [...(m.known ? [m.known.id] : []), ...(m.candidates ?? []).map((c) => c.id)]);
  return ids.map((id) => [id, nameOf(state.entity(id))] as const);
}

/** Entities of the file beside those of the case they are taken for. */
export function Matches({
  matched,
  names,
  decisions,
  onDecide,
}: {
  matched: readonly EntityMatch[];
  names: ReadonlyMap<Id, string>;
  decisions: Decisions;
  onDecide: (key: string, choice: Id | 'new') => void;
}) {
  return (
    <div className="import-rows">
      <table className="grid">
        <thead>
          <tr>
            <th>{say('import-view.match.label')}</th>
            <th>{say('import-view.match.known')}</th>
            <th>{say('import-view.match.how')}</th>
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
                    label={`${say('import-view.match.unclear')}: ${m.label}`}
                    value={decisions.get(m.key) ?? ''}
                    onChange={(choice) => choice && onDecide(m.key, choice)}
                    options={[
                      { value: '', label: say('import-view.match.unclear') },
                      ...(m.candidates ?? []).map((c) => ({ value: c.id, label: names.get(c.id) ?? c.id })),
                      { value: 'new', label: say('import-view.match.new') },
                    ]}
                  />
                ) : (
                  <Name text={m.known ? (names.get(m.known.id) ?? m.known.id) : say('import-view.match.new')} />
                )}
              </td>
              <td className="muted">{m.via && tDynamic(`import.match.via.${m.via}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
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
