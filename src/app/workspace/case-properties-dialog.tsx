import { useState } from 'react';
import type { CaseProperties } from '#domain/case/case-properties';
import { t as say, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import type { OpenCase } from '#queries/open-case';
import { Button, Checkbox, Dialog, Note, TextArea, TextField } from '#ui/controls/index';
import { announce, showDialog } from '#ui/dialogs/index';
import { CaseFields, type CaseText, caseFault, trimmed } from '../case-fields.tsx';

/** A year, month or day that exists; nothing is filled in. */
export function isDatePart(text: string): boolean {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!found) return false;
  const [, year, month, day] = found;
  if (month === undefined) return true;
  const m = Number(month);
  if (m < 1 || m > 12) return false;
  if (day === undefined) return true;
  const last = new Date(Date.UTC(Number(year), m, 0)).getUTCDate();
  return Number(day) >= 1 && Number(day) <= last;
}

function PropertiesDialog({ open, before, close }: { open: OpenCase; before: CaseProperties; close: () => void }) {
  const t = useT();
  const [text, setText] = useState<CaseText>({
    title: before.title,
    reference: before.reference ?? '',
    marking: before.marking ?? '',
    unit: before.unit ?? '',
    zone: before.zone,
  });
  const [from, setFrom] = useState(before.period?.earliest ?? '');
  const [to, setTo] = useState(before.period?.latest ?? '');
  const [stages, setStages] = useState(before.stages.join('\n'));
  const [notEvidence, setNotEvidence] = useState(before.notEvidence ?? false);
  const [asked, setAsked] = useState(false);
  const [refused, setRefused] = useState<string>();

  const badFrom = from.trim() !== '' && !isDatePart(from.trim());
  const badTo = to.trim() !== '' && !isDatePart(to.trim());
  const fault = caseFault(text);
  const submit = async () => {
    setAsked(true);
    if (fault || badFrom || badTo) return;
    const { title, zone, reference, marking, unit } = trimmed(text);
    const period = {
      ...(before.period?.zone && { zone: before.period.zone }),
      ...(before.period?.asStated && { asStated: before.period.asStated }),
      ...(from.trim() && { earliest: from.trim() }),
      ...(to.trim() && { latest: to.trim() }),
    };
    const set: Record<string, unknown> = {
      title,
      zone,
      stages: stages
        .split('\n')
        .map((s) => s.trim())
        .filter((s, i, all) => s !== '' && all.indexOf(s) === i),
    };
    const clear: string[] = [];
    const optional = { reference, marking, unit, notEvidence };
    for (const [key, value] of Object.entries(optional)) {
      if (value) set[key] = value;
      else clear.push(key);
    }
    if (period.earliest || period.latest || period.asStated) set.period = period;
    else clear.push('period');
    const outcome = await open.run('edit-case-properties', { set: set as Partial<CaseProperties>, clear });
    if (!outcome.saved && 'refused' in outcome)
      return setRefused(tDynamic(`refused.${outcome.refused}`, outcome.detail));
    if (outcome.saved) announce(say('properties.saved'));
    close();
  };
  return (
    <Dialog
      title={t('properties.title')}
      onClose={close}
      onSubmit={() => void submit()}
      foot={
        <>
          <Button onClick={close}>{t('controls.cancel')}</Button>
          <Button variant="primary" submit>
            {t('properties.save')}
          </Button>
        </>
      }
    >
      {refused && (
        <Note tone="danger" live>
          {refused}
        </Note>
      )}
      <CaseFields text={text} onChange={setText} fault={asked ? fault : undefined} />
      <div className="two">
        <TextField
          label={t('properties.period-from')}
          value={from}
          onChange={setFrom}
          error={asked && badFrom ? t('properties.period-unreadable') : undefined}
        />
        <TextField
          label={t('properties.period-to')}
          value={to}
          onChange={setTo}
          error={asked && badTo ? t('properties.period-unreadable') : undefined}
        />
      </div>
      <p className="muted small">{t('properties.period-hint')}</p>
      <TextArea label={t('properties.stages')} value={stages} onChange={setStages} rows={5} />
      <Checkbox label={t('properties.not-evidence')} checked={notEvidence} onChange={setNotEvidence} />
      <p className="muted small">
        {t('properties.case-id')} <span className="mono">{before.caseId}</span>
      </p>
    </Dialog>
  );
}

export function showCaseProperties(open: OpenCase): void {
  const before = open.snapshot().state.properties;
  if (before) void showDialog((close) => <PropertiesDialog open={open} before={before} close={close} />);
}
