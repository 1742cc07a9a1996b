import { useCallback } from 'react';
import type { CaseState } from '#domain/change/case-state';
import type { Entity } from '#domain/entity/entity';
import { t } from '#i18n/index';
import { useT } from '#i18n/react';
import { sameValue, useCaseReading } from '#queries/case-context';
import { inBreaths, ofOneState, type Work } from '#queries/in-breaths';
import type { OpenCase } from '#queries/open-case';
import { readingSpelledOut, type SpelledOut } from '#queries/spelled-out';
import { follow } from '#session/selection';
import { Button, Dialog, Name } from '#ui/controls/index';
import { showDialog } from '#ui/dialogs/index';
import { said } from '../acts.tsx';
import { recordText } from '../record-text.ts';

/** Records listed; further ones are counted. */
const LISTED = 20;

function told({ sought, records }: SpelledOut): string {
  if (!sought) return t('inspector.protected.too-short');
  if (records.length === 0) return t('inspector.protected.nowhere');
  return t('inspector.protected.spelled-out', { count: records.length });
}

/**
 * How many texts a pseudonym does not reach. Counted only: whoever sees the pseudonym must not read here whose it is. Which texts they are is told
 * when the name is still on the screen, as somebody protects it (`protectPerson`).
 */
export function SpelledOutNote({ person }: { person: Entity }) {
  useT();
  const read = useCallback(
    function* (state: CaseState): Work<SpelledOut | null> {
      return yield* readingSpelledOut(state, person);
    },
    [person],
  );
  const found = useCaseReading(read, null, sameValue);
  return <p>{found ? told(found) : t('inspector.protected.looking')}</p>;
}

function TextsDialog({
  texts,
  close,
}: {
  texts: readonly (readonly [string, string])[];
  close: (id?: string) => void;
}) {
  return (
    <Dialog
      title={t('inspector.protected.texts')}
      onClose={() => close()}
      foot={
        <Button variant="primary" onClick={() => close()}>
          {t('inspector.protected.read')}
        </Button>
      }
    >
      <p>{t('inspector.protected.spelled-out', { count: texts.length })}</p>
      <ul className="tree">
        {texts.slice(0, LISTED).map(([id, text]) => (
          <li key={id}>
            <Button variant="quiet" className="grow" onClick={() => close(id)}>
              <Name text={text} />
            </Button>
          </li>
        ))}
        {texts.length > LISTED && (
          <li className="muted">{t('inspector.protected.more', { count: texts.length - LISTED })}</li>
        )}
      </ul>
    </Dialog>
  );
}

/** Protects a person, and tells whoever does it, who knows the name, which texts of the case still spell it. */
export async function protectPerson(open: OpenCase, person: Entity): Promise<void> {
  await said(open.run('protect-person', { id: person.id }));
  const { state } = open.snapshot();
  const outcome = await inBreaths(ofOneState(state, () => readingSpelledOut(state, person)));
  if ('failure' in outcome || outcome.result.records.length === 0) return;
  const texts = outcome.result.records.flatMap((id) => {
    const record = state.get(id);
    if (!record) return [];
    // What a statement is about has a card; the statement itself has none.
    const shown = record.kind === 'statement' ? record.about.record : id;
    return [[shown, recordText(record, (other) => state.get(other))] as const];
  });
  const chosen = await showDialog<string>((close) => <TextsDialog texts={texts} close={close} />);
  if (chosen) follow([chosen]);
}
