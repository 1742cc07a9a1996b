import { useState } from 'react';
import { entityTypes } from '#domain/entity-types/index';
import { t } from '#i18n/index';
import { useT } from '#i18n/react';
import { fieldText } from '#i18n/record-words';
import { Button, Dialog, MenuButton, type MenuEntry, TextField } from '#ui/controls/index';
import { showDialog } from '#ui/dialogs/index';

function OwnName({ close }: { close: (name?: string) => void }) {
  const [name, setName] = useState('');
  return (
    <Dialog
      title={t('table.add-column.title')}
      onClose={() => close()}
      onSubmit={() => name.trim() && close(name.trim())}
      foot={
        <>
          <Button onClick={() => close()}>{t('table.cancel')}</Button>
          <Button submit variant="primary">
            {t('table.add-column.add')}
          </Button>
        </>
      }
    >
      <TextField data-autofocus label={t('table.add-column.name')} value={name} onChange={setName} />
    </Dialog>
  );
}

/** Any attribute of the registry as a column, or one of the analyst's own. */
export function AddColumn({ taken, onColumn }: { taken: readonly string[]; onColumn: (field: string) => void }) {
  const translate = useT();
  const entries = (): MenuEntry[] => {
    const fields = new Set<string>(entityTypes.flatMap((d) => d.fields.map((f) => f.id)));
    for (const field of taken) fields.delete(field);
    const known = [...fields].map((field) => ({ id: field, label: fieldText(field), onSelect: () => onColumn(field) }));
    known.sort((a, b) => a.label.localeCompare(b.label));
    const own = async () => {
      const name = await showDialog<string>((close) => <OwnName close={close} />);
      if (name) onColumn(name);
    };
    return [
      { id: 'own', label: t('table.add-column.own'), icon: 'plus', onSelect: () => void own() },
      { separator: true },
      ...known,
    ];
  };
  return (
    <MenuButton variant="quiet" icon="plus" label={translate('table.add-column')} entries={entries}>
      {translate('table.add-column')}
    </MenuButton>
  );
}
