import { useMemo, useState } from 'react';
import { isZone } from '#domain/time/zone';
import { zoneText } from '#drawing/timeline/tick-words';
import { useT } from '#i18n/react';
import { Button, Combobox, Dialog, IconButton } from '#ui/controls/index';
import { showDialog } from '#ui/dialogs/index';

/** Asks which zones the axis shows beside the one of the case. Undefined when nothing was decided. */
export function chooseZones(caseZone: string, now: readonly string[]): Promise<readonly string[] | undefined> {
  return showDialog<readonly string[]>((close) => <ZonesDialog caseZone={caseZone} now={now} onDone={close} />);
}

function ZonesDialog(props: {
  readonly caseZone: string;
  readonly now: readonly string[];
  readonly onDone: (zones?: readonly string[]) => void;
}) {
  const t = useT();
  const [zones, setZones] = useState(props.now);
  const [text, setText] = useState('');
  const all = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  const typed = text.trim();
  const found = typed === '' ? [] : all.filter((z) => z.toLowerCase().includes(typed.toLowerCase())).slice(0, 12);
  const bad = typed !== '' && !isZone(typed) && found.length === 0;
  const add = (zone: string) => {
    if (!isZone(zone)) return;
    if (zone !== props.caseZone && !zones.includes(zone)) setZones([...zones, zone]);
    setText('');
  };
  return (
    <Dialog
      title={t('timeline.zones.title')}
      onClose={() => props.onDone()}
      foot={
        <Button variant="primary" onClick={() => props.onDone(isZone(typed) ? [...zones, typed] : zones)}>
          {t('timeline.zones.show')}
        </Button>
      }
    >
      <p>{t('timeline.zones.case', { zone: zoneText(props.caseZone) })}</p>
      <ul className="tree">
        {zones.map((zone) => (
          <li key={zone} className="row">
            <span className="grow">{zoneText(zone)}</span>
            <IconButton
              icon="close"
              label={t('timeline.zones.remove', { zone: zoneText(zone) })}
              onClick={() => setZones(zones.filter((z) => z !== zone))}
            />
          </li>
        ))}
      </ul>
      <Combobox
        label={t('timeline.zones.zone')}
        value={text}
        onChange={setText}
        options={found.map((zone) => ({ id: zone, label: zone }))}
        onChoose={add}
        onEnter={add}
        autoFocus
        {...(bad && { error: t('timeline.zones.unknown') })}
      />
      <Button disabledReason={isZone(typed) ? undefined : t('timeline.zones.unknown')} onClick={() => add(typed)}>
        {t('timeline.zones.add')}
      </Button>
    </Dialog>
  );
}
