import { useEffect, useState } from 'react';
import { tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { useCaseSnapshot, useOpenCase } from '#queries/case-context';
import { runAction, shortcut } from '#session/keys';
import { IconButton, MenuButton, Name } from '#ui/controls/index';
import { useCases, useProgram } from '../skein-context.ts';
import { caseMenu } from '../start/case-acts.tsx';

/** Name of the case, with what can be done with all of it. */
export function CaseName() {
  const t = useT();
  const program = useProgram();
  const { localId } = useOpenCase();
  const { state } = useCaseSnapshot();
  const listed = useCases()?.find((c) => c.localId === localId);
  const properties = state.properties;
  const title = properties?.title || t('start.untitled');
  return (
    <>
      <span className="sep" />
      <MenuButton
        label={t('shell.case-acts')}
        className="case"
        entries={[
          {
            id: 'properties',
            label: t('action.case-properties'),
            icon: 'settings',
            onSelect: () => runAction('case-properties'),
          },
          {
            id: 'import',
            label: t('action.import-data'),
            icon: 'upload',
            shortcut: shortcut('import-data'),
            onSelect: () => runAction('import-data'),
          },
          { id: 'chart', label: t('action.new-chart'), icon: 'connect', onSelect: () => runAction('new-chart') },
          {
            id: 'print',
            label: t('action.print'),
            icon: 'print',
            shortcut: shortcut('print'),
            onSelect: () => runAction('print'),
          },
          { separator: true },
          ...(listed
            ? caseMenu(program, listed).filter((e) => !('id' in e && (e.id === 'open' || e.id === 'rename')))
            : []),
          { separator: true },
          {
            id: 'start',
            label: t('action.start-page'),
            icon: 'folder',
            shortcut: shortcut('start-page'),
            onSelect: () => runAction('start-page'),
          },
        ]}
      >
        <Name text={title} clip />
      </MenuButton>
      {properties?.training && <span className="small muted nowrap">{t('shell.training')}</span>}
    </>
  );
}

/** Name of the command of a change, once its header is read. */
function useCommandOf(seq: number | undefined): string | undefined {
  const open = useOpenCase();
  const [found, setFound] = useState<{ seq: number; command: string }>();
  useEffect(() => {
    if (seq === undefined) return;
    let current = true;
    void open.headers(seq, seq).then(([header]) => {
      if (current && header) setFound({ seq, command: header.command });
    });
    return () => {
      current = false;
    };
  }, [open, seq]);
  return found && found.seq === seq ? tDynamic(`command.${found.command}`) : undefined;
}

export function UndoButtons() {
  const t = useT();
  const { undo } = useCaseSnapshot();
  const undoWhat = useCommandOf(undo.undo.at(-1));
  const redoWhat = useCommandOf(undo.redo.at(-1));
  return (
    <>
      <IconButton
        icon="undo"
        label={undoWhat ? t('shell.undo-what', { what: undoWhat }) : t('shell.undo')}
        shortcut={shortcut('undo')}
        disabledReason={undo.undo.length === 0 ? t('shell.nothing-to-undo') : undefined}
        onClick={() => runAction('undo')}
      />
      <IconButton
        icon="redo"
        label={redoWhat ? t('shell.redo-what', { what: redoWhat }) : t('shell.redo')}
        shortcut={shortcut('redo')}
        disabledReason={undo.redo.length === 0 ? t('shell.nothing-to-redo') : undefined}
        onClick={() => runAction('redo')}
      />
    </>
  );
}
