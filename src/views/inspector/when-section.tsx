import type { Entity } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import { usualExtent } from '#domain/time/extent';
import type { Span } from '#domain/time/span';
import { useT } from '#i18n/react';
import { useCaseValue } from '#queries/case-context';
import { Section, Select } from '#ui/controls/index';
import { extentChoices, extentChosen, tidied, withExtent } from '../span-extent.ts';
import { EditField } from './edit-field.tsx';

const ISO = /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2})?)?)?)?$/;

/** Earliest, latest, what the two mean, and the source's own words; never fills in what was not said. */
export function WhenSection(props: {
  readonly record: Entity | Link;
  readonly onSave: (span: Span | undefined) => void;
}) {
  const { record, onSave } = props;
  const { span } = record;
  const t = useT();
  const usual = useCaseValue((s) => usualExtent(record, s));
  const save = (next: Span) => {
    const kept = tidied(next);
    onSave(kept.earliest || kept.latest || kept.asStated ? kept : undefined);
  };
  const put = (key: 'earliest' | 'latest' | 'asStated') => (value: string) => {
    const { [key]: _, ...rest } = span ?? {};
    save(value.trim() ? { ...rest, [key]: value.trim() } : rest);
  };
  const check = (v: string) => (v.trim() === '' || ISO.test(v.trim()) ? undefined : t('inspector.when.hint'));
  return (
    <Section title={t('inspector.when')} end={span?.zone}>
      <div className="stack">
        <EditField
          label={t('inspector.when.from')}
          value={span?.earliest ?? ''}
          onSave={put('earliest')}
          check={check}
        />
        <EditField label={t('inspector.when.to')} value={span?.latest ?? ''} onSave={put('latest')} check={check} />
        {(span?.earliest !== undefined || span?.latest !== undefined) && (
          <Select
            label={t('span.extent')}
            value={extentChosen(span)}
            onChange={(extent) => save(withExtent(span, extent))}
            options={extentChoices(usual)}
          />
        )}
        <EditField label={t('inspector.when.stated')} value={span?.asStated ?? ''} onSave={put('asStated')} />
      </div>
    </Section>
  );
}
