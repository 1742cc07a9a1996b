import { useEffect, useState } from 'react';
import type { Mapping } from '#exchange/importers/index';
import { number, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { type PreviewReport, useImport } from '#queries/exchange';
import { Button, Select, TextField } from '#ui/controls/index';
import { announce } from '#ui/dialogs/index';

/** How the file is read: as found, or as the analyst says. */
export function FileForm({
  form,
  onChange,
}: {
  form: PreviewReport['form'];
  onChange: (form: { readonly encoding?: string; readonly delimiter?: string; readonly headerRow?: number }) => void;
}) {
  const t = useT();
  return (
    <>
      <Select
        label={t('import-view.encoding')}
        value={form.encoding as string}
        onChange={(encoding) => onChange({ encoding })}
        options={['utf-8', 'utf-16le', 'utf-16be', 'windows-874', 'windows-1252'].map((e) => ({
          value: e,
          label: tDynamic(`import.encoding.${e}`),
        }))}
      />
      <Select
        label={t('import-view.delimiter')}
        value={form.dialect.delimiter as string}
        onChange={(delimiter) => onChange({ delimiter })}
        options={[',', ';', '\t', '|'].map((d) => ({
          value: d,
          label: d === '\t' ? t('import-view.delimiter.tab') : d,
        }))}
      />
      <HeaderRow row={form.header.row} onChange={(headerRow) => onChange({ headerRow })} />
    </>
  );
}

function HeaderRow({ row, onChange }: { row: number; onChange: (row: number) => void }) {
  const t = useT();
  const [text, setText] = useState(String(row));
  useEffect(() => setText(String(row)), [row]);
  const save = () => {
    if (/^\d{1,4}$/.test(text) && Number(text) !== row) onChange(Number(text));
  };
  return (
    <TextField
      label={t('import-view.header-row')}
      value={text}
      inputMode="numeric"
      onChange={setText}
      onBlur={save}
      onKeyDown={(e) => e.key === 'Enter' && save()}
    />
  );
}

export function SaveMapping({ mapping }: { mapping: Mapping }) {
  const t = useT();
  const desk = useImport();
  const [name, setName] = useState('');
  return (
    <>
      <TextField label={t('import-view.mapping.name')} value={name} onChange={setName} />
      <Button
        {...(!name.trim() && { disabledReason: t('import-view.mapping.name') })}
        onClick={() => void desk.saveMapping(name.trim(), mapping).then(() => announce(t('import-view.mapping.save')))}
      >
        {t('import-view.mapping.save')}
      </Button>
    </>
  );
}

export function FirstRows({ preview }: { preview: PreviewReport }) {
  const t = useT();
  return (
    <div className="import-rows">
      <table className="grid">
        <caption className="visually-hidden">{t('import-view.preview')}</caption>
        <thead>
          <tr>
            <th className="num">{t('import-view.row')}</th>
            {preview.columns.slice(0, 40).map((c) => (
              <th key={c.name}>
                <bdi>{c.name}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.sample.slice(0, 20).map((r) => (
            <tr key={r.row}>
              <td className="num">{number(r.row)}</td>
              {r.cells.slice(0, 40).map((cell, i) => (
                <td key={i} className="clip">
                  <bdi>{cell}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
