import { useT } from '#i18n/react';
import { wordOf } from '#i18n/record-words';
import { sameValue, useCaseValue } from '#queries/case-context';
import { Select } from '#ui/controls/index';

interface StageSelectProps {
  readonly value: string | undefined;
  readonly onChange: (stage: string | undefined) => void;
  readonly side?: boolean;
  readonly hideLabel?: boolean;
}

/** Which stage of the case something belongs to, or none. */
export function StageSelect({ value, onChange, ...look }: StageSelectProps) {
  const t = useT();
  const stages = useCaseValue((s) => s.properties?.stages ?? [], sameValue);
  return (
    <Select
      {...look}
      label={t('inspector.stage')}
      value={value ?? ''}
      onChange={(stage) => onChange(stage || undefined)}
      options={[
        { value: '', label: t('inspector.stage.none') },
        ...stages.map((s) => ({ value: s, label: wordOf('stage', s) })),
      ]}
    />
  );
}
