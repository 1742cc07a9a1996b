import { allHandling, handlingKey, handlingText } from '#domain/grading/handling';
import type { Grade, Source } from '#domain/source/source';
import { number, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { useCaseValue, useOpenCase } from '#queries/case-context';
import { Button, Name, Section, Select } from '#ui/controls/index';
import { showDialog } from '#ui/dialogs/index';
import { Icon } from '#ui/icon/index';
import { deleteWithPlan, said } from '../acts.tsx';
import { Chip, RegradeDialog } from '../grade.tsx';
import { EditField } from './edit-field.tsx';
import { usePutField, written } from './put-field.ts';

export function SourceCard({ source }: { source: Source }) {
  const t = useT();
  const open = useOpenCase();
  const supports = useCaseValue((s) => s.statementsFrom(source.id).size + s.rowsFrom(source.id).size);
  const put = usePutField(source);
  const regrade = async () => {
    const answer = await showDialog<{ grade?: Grade; reason: string }>((close) => (
      <RegradeDialog grade={source.grade} close={close} />
    ));
    if (answer) await said(open.run('regrade-source', { id: source.id, ...answer }));
  };
  const handling = allHandling().map((h) => ({
    value: handlingText(h),
    label: `${h.codes.join('/')} · ${tDynamic(handlingKey(h.scheme, h.codes[0]!))}`,
  }));
  const own = source.handling && !handling.some((h) => h.value === source.handling);
  return (
    <>
      <div className="who">
        <span className="face">
          <Icon name="report" />
        </span>
        <div>
          <h2>
            <Name text={source.reference} />
          </h2>
          {source.title && <Name text={source.title} />}
          <div className="row">
            <Chip grade={source.grade} />
            <Button variant="quiet" icon="edit" onClick={() => void regrade()}>
              {t('inspector.basis.regrade')}
            </Button>
          </div>
        </div>
      </div>
      <Section title={t('inspector.basis.source')} end={t('inspector.source.supports', { count: supports })}>
        <div className="stack">
          <EditField
            label={t('inspector.source.reference')}
            value={source.reference}
            onSave={(reference) => reference.trim() && put('reference', reference)}
          />
          <EditField
            label={t('inspector.source.title')}
            value={source.title ?? ''}
            onSave={(v) => put('title', written(v))}
          />
          <EditField
            label={t('inspector.source.received')}
            value={source.received ?? ''}
            onSave={(v) => put('received', written(v))}
          />
          <Select
            side
            label={t('inspector.handling')}
            value={source.handling ?? ''}
            onChange={(value) =>
              void said(
                open.run('regrade-source', {
                  id: source.id,
                  handling: value,
                  ...(source.grade && { grade: source.grade }),
                }),
              )
            }
            options={[
              { value: '', label: t('inspector.no-status') },
              ...(own ? [{ value: source.handling!, label: source.handling! }] : []),
              ...handling,
            ]}
          />
        </div>
      </Section>
      {source.file && (
        <Section title={t('inspector.source.file')}>
          <p className="item">
            {t('inspector.source.file.line', {
              name: source.file.name,
              size: number(source.file.size),
              accepted: number(source.file.accepted ?? 0),
              rows: number((source.file.rows ?? 0) - (source.file.aside ?? 0)),
            })}
          </p>
          <p className="item mono small clip" title={source.file.sha256}>
            SHA-256 {source.file.sha256}
          </p>
        </Section>
      )}
      <Section title={t('inspector.source.text')}>
        <div className="report-text">
          <EditField
            many
            hideLabel
            label={t('inspector.source.text')}
            value={source.text ?? ''}
            onSave={(v) => put('text', written(v))}
          />
        </div>
      </Section>
      <Section title={t('inspector.notes')}>
        <EditField
          many
          hideLabel
          label={t('inspector.notes')}
          value={source.notes ?? ''}
          onSave={(v) => put('notes', written(v))}
        />
      </Section>
      <div className="inspector-acts">
        <Button variant="danger" icon="trash" onClick={() => void deleteWithPlan(open, [source.id])}>
          {t('inspector.delete')}
        </Button>
      </div>
    </>
  );
}
