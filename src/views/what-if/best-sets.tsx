import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { nameOf } from '#i18n/record-words';
import type { BestSet, BestSetsAnswer } from '#queries/what-if';
import { select } from '#session/selection';
import { Button, Name } from '#ui/controls/index';
import { setTexts } from '../what-if-words.ts';

/** Whom to arrest beside whom to watch: two sets of one size that need not have anybody in common. */
export function BestSets({
  state,
  answer,
  spared,
  onThink,
}: {
  state: CaseState;
  answer: BestSetsAnswer;
  /** Protected persons who were not to be proposed. */
  spared: number;
  onThink: (ids: readonly Id[]) => void;
}) {
  const t = useT();
  const members = (set: BestSet) => (
    <ol>
      {set.members.map((id) => (
        <li key={id}>
          <Button variant="link" onClick={() => select([id])}>
            <Name text={nameOf(state.entity(id))} />
          </Button>
        </li>
      ))}
    </ol>
  );
  const sides = [
    ['arrests', answer.arrests],
    ['watch', answer.watch],
  ] as const;
  return (
    <>
      <div className="what-if-sides">
        {sides.map(([side, set]) => (
          <section key={side} aria-labelledby={`what-if-${side}`}>
            <h4 id={`what-if-${side}`}>{t(`what-if.sets.${side}`, { count: answer.size })}</h4>
            {'refused' in set ? (
              <p>{t('what-if.sets.refused', { reason: tDynamic(`key-players.refused.${set.refused}`) })}</p>
            ) : (
              <>
                {members(set)}
                <p>{setTexts(side, set)[0]}</p>
                <p className="muted">{setTexts(side, set)[1]}</p>
                {side === 'arrests' && <Button onClick={() => onThink(set.members)}>{t('what-if.sets.think')}</Button>}
              </>
            )}
          </section>
        ))}
      </div>
      {spared > 0 && <p className="muted">{t('what-if.sets.protected', { count: spared })}</p>}
    </>
  );
}
