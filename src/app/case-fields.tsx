import { useT } from '#i18n/react';
import { TextField } from '#ui/controls/index';
import { TextWithChoices } from './text-with-choices.tsx';

/** What a case is called and how it is marked, as typed. */
export interface CaseText {
  readonly title: string;
  readonly reference: string;
  readonly marking: string;
  readonly unit: string;
  readonly zone: string;
}

/** Any zone the browser knows, by name or offset. The domain's own test would bring its calendar into the first script. */
function isZone(zone: string): boolean {
  if (/^[+-]/.test(zone)) return /^[+-](0\d|1[0-4]):[0-5]\d$/.test(zone);
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** What keeps a case from being made or changed; the zone may be any the browser knows. */
export function caseFault(text: CaseText): 'title' | 'zone' | undefined {
  if (text.title.trim() === '') return 'title';
  return isZone(text.zone.trim()) ? undefined : 'zone';
}

/** The same without the spaces round it. */
export function trimmed(text: CaseText): CaseText {
  const { title, reference, marking, unit, zone } = text;
  return {
    title: title.trim(),
    reference: reference.trim(),
    marking: marking.trim(),
    unit: unit.trim(),
    zone: zone.trim(),
  };
}

/** Zones of the region, and that of this computer: offered, never the only ones. */
function offeredZones(): string[] {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const region = [
    'Asia/Phnom_Penh',
    'Asia/Bangkok',
    'Asia/Jakarta',
    'Asia/Vientiane',
    'Asia/Yangon',
    'Asia/Ho_Chi_Minh',
    'Asia/Manila',
    'Asia/Kuala_Lumpur',
    'UTC',
  ];
  return [...new Set([here, ...region])];
}

/** Title, reference, marking, unit and zone of a case: asked when it is made, and changed under its properties. */
export function CaseFields(props: {
  text: CaseText;
  onChange: (text: CaseText) => void;
  /** Markings used before, to choose from. */
  markings?: readonly string[];
  fault: ReturnType<typeof caseFault>;
  titleHint?: string;
}) {
  const t = useT();
  const { text, fault } = props;
  const set = (key: keyof CaseText) => (value: string) => props.onChange({ ...text, [key]: value });
  return (
    <>
      <TextField
        label={t('new-case.name')}
        hint={props.titleHint}
        value={text.title}
        onChange={set('title')}
        error={fault === 'title' ? t('new-case.needs-title') : undefined}
        data-autofocus
      />
      <TextField label={t('new-case.reference')} value={text.reference} onChange={set('reference')} />
      <TextWithChoices
        label={t('new-case.marking')}
        hint={t('new-case.marking-hint')}
        value={text.marking}
        onChange={set('marking')}
        choices={props.markings ?? []}
      />
      <TextField label={t('new-case.unit')} value={text.unit} onChange={set('unit')} />
      <TextWithChoices
        label={t('new-case.zone')}
        hint={t('new-case.zone-hint')}
        value={text.zone}
        onChange={set('zone')}
        choices={offeredZones()}
        error={fault === 'zone' ? t('new-case.bad-zone') : undefined}
      />
    </>
  );
}
