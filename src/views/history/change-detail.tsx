import { useEffect, useMemo, useState } from 'react';
import type { Change, ChangeHeader } from '#domain/change/change-record';
import { undosTo } from '#domain/change/history';
import type { Step } from '#domain/change/step';
import { countByKind } from '#domain/commands/delete-records';
import type { CaseRecord } from '#domain/record';
import { zoneOf } from '#domain/time/zone';
import { number, t, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { useCaseSnapshot, useOpenCase } from '#queries/case-context';
import type { OpenCase } from '#queries/open-case';
import { Button, EmptyState, Name, Section } from '#ui/controls/index';
import { announce, confirm } from '#ui/dialogs/index';
import { said } from '../acts.tsx';
import { whatText, whoText } from '../change-words.ts';
import { type Find, fieldChanges, findIn, recordText } from '../record-text.ts';
import { instantText } from '../when.ts';

/** Records of a change that are listed one by one; the rest is counted. */
const LISTED = 100;

async function undoTo(open: OpenCase, header: ChangeHeader, count: number): Promise<void> {
  const going = await confirm({
    title: t('history.undo-to.title', { count }),
    body: t('history.undo-to.body', { seq: number(header.seq) }),
    confirm: t('history.undo-to.confirm'),
  });
  if (!going) return;
  const { undone, outcome } = await open.undoTo(header.seq);
  if (!(await said(Promise.resolve(outcome)))) return;
  announce(t('history.undo-to.done', { count: undone }));
}

function StepItem({ step, find }: { step: Step; find: Find }) {
  const record = (step.after ?? step.before) as CaseRecord;
  const manner = step.before === null ? 'history.made' : step.after === null ? 'history.removed' : 'history.altered';
  const changes = step.after === null ? [] : fieldChanges(step, find);
  return (
    <li className="history-step">
      <div className="row">
        <span className="grow clip">
          <Name text={recordText(record, find, step.before)} />
        </span>
        <span className="muted small">{t(manner)}</span>
      </div>
      {changes.length > 0 && (
        <dl className="kv">
          {changes.map((c) => (
            <div key={c.field} className="history-field">
              <dt>{c.field}</dt>
              <dd>
                {step.before !== null && (
                  <>
                    <del>
                      <Name text={c.before === '' ? '–' : c.before} />
                    </del>{' '}
                    →{' '}
                  </>
                )}
                <Name text={c.after === '' ? '–' : c.after} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}

/** What a change altered, before and after, and the ways back to it. */
export function ChangeDetail(props: {
  header: ChangeHeader | undefined;
  headers: readonly ChangeHeader[];
  reason: string | undefined;
  onThen: (seq: number) => void;
}) {
  const { header, headers } = props;
  const t = useT();
  const open = useOpenCase();
  const { state } = useCaseSnapshot();
  const [change, setChange] = useState<{ seq: number; change: Change | null }>();
  const seq = header?.seq;
  useEffect(() => {
    if (seq === undefined) return;
    let current = true;
    open.change(seq).then(
      (found) => current && setChange({ seq, change: found }),
      // Purged, or damaged: verifying says which.
      () => current && setChange({ seq, change: null }),
    );
    return () => {
      current = false;
    };
  }, [open, seq]);
  const steps = change && change.seq === seq ? (change.change?.steps ?? null) : undefined;
  const find = useMemo(() => findIn(state, steps ?? []), [state, steps]);
  if (!header)
    return (
      <aside className="history-detail">
        <EmptyState title={t('history.detail.choose')}>{t('history.detail.choose.body')}</EmptyState>
      </aside>
    );
  const zone = zoneOf(undefined, state.properties?.zone ?? '');
  const undos = undosTo(headers, header.seq);
  const records = (steps ?? []).map((s) => (s.after ?? s.before) as CaseRecord);
  const blocked =
    undos === undefined ? t('history.undo-to.impossible') : undos === 0 ? t('history.undo-to.none') : undefined;
  return (
    <aside className="history-detail" aria-label={t('history.detail', { seq: number(header.seq) })}>
      <Section title={t('history.detail', { seq: number(header.seq) })} end={whoText(header)}>
        <div className="stack history-about">
          <b>
            <Name text={whatText(header, headers)} />
          </b>
          <span className="muted small">
            {instantText(header.wall, zone)} {zone}
            {header.zone !== zone &&
              ` · ${t('history.clock', { when: instantText(header.wall, header.zone), zone: header.zone })}`}
          </span>
          {props.reason && (
            <span>
              {t('history.reason')}: <Name text={props.reason} />
            </span>
          )}
          <div className="row">
            <Button
              icon="undo"
              {...(blocked && { disabledReason: blocked })}
              onClick={() => void undoTo(open, header, undos ?? 0)}
            >
              {t('history.undo-to')}
            </Button>
            <Button icon="history" onClick={() => props.onThen(header.seq)}>
              {t('history.as-it-was')}
            </Button>
          </div>
        </div>
      </Section>
      {steps === null && <p className="item muted">{t('history.detail.gone')}</p>}
      {steps && (
        <Section
          title={t('history.detail.steps', { count: steps.length })}
          end={
            steps.length > 3
              ? [...countByKind(records)].map(([kind, count]) => tDynamic(`kind.${kind}`, { count })).join(', ')
              : undefined
          }
        >
          <ul className="history-steps">
            {steps.slice(0, LISTED).map((step, i) => (
              <StepItem key={`${i} ${step.id}`} step={step} find={find} />
            ))}
          </ul>
          {steps.length > LISTED && (
            <p className="item muted">{t('history.detail.more', { count: steps.length - LISTED })}</p>
          )}
        </Section>
      )}
    </aside>
  );
}
