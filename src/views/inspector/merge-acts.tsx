import { useState } from 'react';
import { editsSince } from '#domain/commands/unmerge-entities';
import type { Entity } from '#domain/entity/entity';
import type { Merge } from '#domain/merge/merge';
import type { CaseRecord } from '#domain/record';
import { t as translate } from '#i18n/index';
import { useT } from '#i18n/react';
import { fieldText, nameOf } from '#i18n/record-words';
import { sameValue, useCaseValue, useOpenCase } from '#queries/case-context';
import { newId } from '#queries/ids';
import type { OpenCase } from '#queries/open-case';
import { select } from '#session/selection';
import { Button, Dialog, Name, RadioGroup, Section } from '#ui/controls/index';
import { confirm, showDialog } from '#ui/dialogs/index';
import { said } from '../acts.tsx';

function MergeDialog({ two, close }: { two: readonly [Entity, Entity]; close: (survivor?: string) => void }) {
  const t = useT();
  const [survivor, setSurvivor] = useState(two[0].id);
  const kept = two.find((e) => e.id === survivor)!;
  return (
    <Dialog
      title={t('inspector.merge.title')}
      onClose={() => close()}
      onSubmit={() => close(survivor)}
      foot={
        <>
          <Button onClick={() => close()}>{t('inspector.cancel')}</Button>
          <Button submit variant="primary">
            {t('inspector.merge.confirm')}
          </Button>
        </>
      }
    >
      <RadioGroup
        label={t('inspector.merge.keep')}
        value={survivor}
        onChange={setSurvivor}
        options={two.map((e) => ({ value: e.id, label: nameOf(e) }))}
      />
      <p>{t('inspector.merge.body', { survivor: nameOf(kept) })}</p>
    </Dialog>
  );
}

/** Why what is selected cannot be merged; asked only where it is not two entities of one type. */
export function whyNotMerged(records: readonly CaseRecord[]): 'refused.merge-types-differ' | 'inspector.merge.two' {
  const entities = records.filter((r) => r.kind === 'entity');
  return records.length === 2 && entities.length === 2 ? 'refused.merge-types-differ' : 'inspector.merge.two';
}

/** Asks which record stays, then merges. */
export async function mergeTwo(open: OpenCase, two: readonly [Entity, Entity]): Promise<void> {
  const survivor = await showDialog<string>((close) => <MergeDialog two={two} close={close} />);
  if (!survivor) return;
  const absorbed = two.find((e) => e.id !== survivor)!.id;
  if (await said(open.run('merge-entities', { merge: newId(), survivor, absorbed }))) select([survivor]);
}

async function unmerge(open: OpenCase, merge: Merge): Promise<void> {
  const { state } = open.snapshot();
  const edits = editsSince(state, merge);
  const go = await confirm({
    title: translate('inspector.unmerge.title'),
    body:
      edits.length === 0 ? (
        <p>{translate('inspector.unmerge.none')}</p>
      ) : (
        <>
          <p>{translate('inspector.unmerge.edits')}</p>
          <ul>
            {edits.map((e) => (
              <li key={`${e.record} ${e.field}`}>
                <Name text={nameOf(state.entity(e.record))} /> · {fieldText(e.field)}
              </li>
            ))}
          </ul>
        </>
      ),
    confirm: translate('inspector.unmerge'),
  });
  if (go) await said(open.run('unmerge-entities', { merge: merge.id }));
}

/** Merges this record survived, each with its way back. */
export function UnmergeList({ entity }: { entity: Entity }) {
  const t = useT();
  const open = useOpenCase();
  const merges = useCaseValue(
    (s) =>
      [...s.mentionsOf(entity.id)].flatMap((id) => {
        const m = s.find('merge', id);
        const absorbed = m?.touched.find((x) => x.id === m.absorbed)?.before;
        return m && absorbed?.kind === 'entity' ? [{ id, name: nameOf(absorbed) }] : [];
      }),
    sameValue,
  );
  if (merges.length === 0) return null;
  return (
    <Section title={t('inspector.merged')} end={merges.length}>
      {merges.map((m) => (
        <div className="item row" key={m.id}>
          <Name text={m.name} />
          <Button
            variant="link"
            onClick={() => {
              const merge = open.snapshot().state.find('merge', m.id);
              if (merge) void unmerge(open, merge);
            }}
          >
            {t('inspector.unmerge')}
          </Button>
        </div>
      ))}
    </Section>
  );
}
