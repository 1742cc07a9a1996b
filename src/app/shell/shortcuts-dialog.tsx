import { useEffect, useState } from 'react';
import { tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import {
  type ActionDefinition,
  type ActionId,
  actions,
  chordConflict,
  chordOf,
  chordsOf,
  chordText,
  isReserved,
  ownChords,
  setChords,
} from '#session/keys';
import { useSignal } from '#session/signal';
import { Button, Dialog, Note } from '#ui/controls/index';
import { showDialog } from '#ui/dialogs/index';

const scopes = ['global', 'canvas', 'list'] as const;
const definitions: readonly ActionDefinition[] = actions;

function ShortcutsDialog({ close }: { close: () => void }) {
  const t = useT();
  const own = useSignal(ownChords);
  const [changing, setChanging] = useState<ActionId>();
  const [problem, setProblem] = useState<string>();

  useEffect(() => {
    if (!changing) return;
    const take = (event: KeyboardEvent) => {
      if (event.isComposing) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.code === 'Escape') return setChanging(undefined);
      const chord = chordOf(event);
      if (chord === undefined) return;
      const key = chordText(chord);
      const action = definitions.find((a) => a.id === changing);
      const other = chordConflict(changing, chord);
      if (isReserved(chord)) setProblem(t('shortcuts.reserved', { key }));
      else if (other) setProblem(t('shortcuts.taken', { key, action: tDynamic(`action.${other}`) }));
      else if (action?.scope === 'global' && !/^(Ctrl|Alt)\+|^(Shift\+)?F\d+$/.test(chord))
        setProblem(t('shortcuts.bare'));
      else {
        setChords(changing, [chord]);
        setProblem(undefined);
        setChanging(undefined);
      }
    };
    // Before anything else hears of the key.
    window.addEventListener('keydown', take, { capture: true });
    return () => window.removeEventListener('keydown', take, { capture: true });
  }, [changing, t]);

  return (
    <Dialog
      title={t('shortcuts.title')}
      size="wide"
      onClose={close}
      foot={
        <Button
          onClick={() => ownChords.set(new Map())}
          {...(own.size === 0 && { disabledReason: t('shortcuts.reset') })}
        >
          {t('shortcuts.reset-all')}
        </Button>
      }
    >
      <p className="muted">{t('shortcuts.intro')}</p>
      {problem && (
        <Note tone="warning" live>
          {problem}
        </Note>
      )}
      <div className="shortcuts">
        {scopes.map((scope) => {
          const rows = definitions.filter((a) => a.scope === scope);
          if (rows.length === 0) return null;
          return (
            <section key={scope}>
              <h3>{t(`shortcuts.${scope}`)}</h3>
              <ul>
                {rows.map((action) => {
                  const id = action.id as ActionId;
                  const name = t(`action.${id}`);
                  const [chord] = chordsOf(id);
                  const key =
                    changing === id
                      ? t('shortcuts.press')
                      : chord === undefined
                        ? t('shortcuts.none')
                        : chordText(chord);
                  return (
                    <li key={id}>
                      <span className="grow">{name}</span>
                      {own.has(id) && (
                        <Button variant="link" onClick={() => setChords(id, undefined)}>
                          {t('shortcuts.reset')}
                        </Button>
                      )}
                      <Button
                        variant="quiet"
                        aria-label={t('shortcuts.change', { action: name, key })}
                        pressed={changing === id}
                        onClick={() => {
                          setProblem(undefined);
                          setChanging(changing === id ? undefined : id);
                        }}
                      >
                        {changing === id ? (
                          key
                        ) : chord === undefined ? (
                          <span className="muted">{key}</span>
                        ) : (
                          <kbd>{key}</kbd>
                        )}
                      </Button>
                    </li>
                  );
                })}
              </ul>
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}

export function showShortcuts(): void {
  void showDialog((close) => <ShortcutsDialog close={close} />);
}
