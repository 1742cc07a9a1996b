import { useMemo, useState } from 'react';
import { searchKey } from '#domain/identifiers/matching';
import { useT } from '#i18n/react';
import { type ActionDefinition, type ActionId, actions, available, runAction, shortcut } from '#session/keys';
import { Combobox, type ComboOption, Dialog } from '#ui/controls/index';
import { showDialog } from '#ui/dialogs/index';

/** Something beside the named acts that can be found: a case, an entity, a chart, a view. */
export interface Findable {
  readonly id: string;
  readonly option: Omit<ComboOption, 'id'>;
  readonly perform: () => void;
}

/** Answers the best few for a text; asked at each letter. */
export type Finder = (text: string) => readonly Findable[];

/** Folds case, Latin accents and width, so that what is typed plainly is found; vowel signs of other scripts stay. */
export function foldForSearch(text: string): string {
  return searchKey(text).trim();
}

/** Every word of the question begins a word of the name, or stands in it. */
export function matches(name: string, question: string): boolean {
  const folded = foldForSearch(name);
  return foldForSearch(question)
    .split(/\s+/)
    .every((word) => folded.includes(word));
}

function Palette({ find, close }: { find: Finder; close: (perform?: () => void) => void }) {
  const t = useT();
  const [text, setText] = useState('');
  const found = useMemo<readonly Findable[]>(() => {
    const acts = (actions as readonly ActionDefinition[])
      .filter((a) => a.id !== 'palette' && available.get().has(a.id))
      .map((a): Findable & { name: string } => {
        const id = a.id as ActionId;
        const name = t(`action.${id}`);
        return {
          id: `action:${id}`,
          name,
          option: { label: name, icon: 'right', detail: <kbd>{shortcut(id) ?? t('palette.command')}</kbd> },
          perform: () => runAction(id),
        };
      })
      .filter((a) => matches(a.name, text));
    const things = text.trim() === '' ? [] : find(text);
    return [...things, ...acts].slice(0, 60);
  }, [text, find, t]);
  return (
    <Dialog title={t('palette.title')} onClose={() => close()}>
      <div className="palette">
        <Combobox
          label={t('palette.field')}
          hideLabel
          placeholder={t('palette.field')}
          autoFocus
          firstChosen
          alwaysOpen
          value={text}
          onChange={setText}
          options={found.map((f) => ({ id: f.id, ...f.option }))}
          onChoose={(id) => close(found.find((f) => f.id === id)?.perform)}
          onEscape={() => close()}
        />
        {found.length === 0 && <p className="muted">{t('palette.none', { text })}</p>}
      </div>
    </Dialog>
  );
}

let open = false;

/** Ctrl+K: every act by its name, and whatever the finder knows. */
export async function showPalette(find: Finder): Promise<void> {
  if (open) return;
  open = true;
  const perform = await showDialog<() => void>((close) => <Palette find={find} close={close} />);
  open = false;
  // After the dialog is gone and the focus is back where it was: the act belongs there.
  if (perform) requestAnimationFrame(perform);
}
