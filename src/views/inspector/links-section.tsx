import type { Entity } from '#domain/entity/entity';
import type { Id } from '#domain/record';
import { tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { linkWords, nameOf, otherEnd } from '#i18n/record-words';
import { sameValue, useCaseValue, useOpenCase } from '#queries/case-context';
import { follow } from '#session/selection';
import { useSignal } from '#session/signal';
import { Button, Name, Section } from '#ui/controls/index';
import { lastAsked } from '../last-answer.ts';
import { linkCounts } from '../link-counts.ts';
import { scopeWords } from '../setup-words.ts';

/** At most this many links are listed; the table shows them all. */
const SHOWN = 100;

/** The links of an entity, each leading to its card, and how many there are by each way of counting. */
export function LinksSection({ entity }: { entity: Entity }) {
  const t = useT();
  const links = useCaseValue(
    (s) =>
      [...s.linksOf(entity.id)].slice(0, SHOWN).map((id) => {
        const link = s.link(id)!;
        return {
          id,
          words: linkWords(link, entity.id),
          other: nameOf(s.entity(otherEnd(link, entity.id))),
          count: link.count ?? 0,
          strength: link.strength,
        };
      }),
    sameValue,
  );
  const total = useCaseValue((s) => s.linksOf(entity.id).size);
  return (
    <Section title={t('inspector.links')} end={total}>
      {total > 0 && <Counts id={entity.id} />}
      <ul className="tree">
        {links.map((l) => (
          <li key={l.id}>
            <Button variant="quiet" onClick={() => follow([l.id])}>
              {l.words} <Name text={l.other} />
            </Button>
            <span className="n">
              {l.count > 1 ? `${l.count} · ` : ''}
              {tDynamic(`strength.${l.strength}`)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Why the card, the matrix and the results each have another count of the same entity: all of them in one place. */
function Counts({ id }: { id: Id }) {
  const t = useT();
  const asked = useSignal(lastAsked(useOpenCase()));
  const { links, associates, answered } = useCaseValue((s) => linkCounts(s, id, asked), sameValue);
  const scope = asked.answer ? scopeWords(asked.answer.asked) : '';
  return (
    <details className="link-counts">
      <summary>{t('inspector.links.counts')}</summary>
      <ul>
        <li>{t('inspector.links.all', { count: links })}</li>
        <li>{t('inspector.links.associates', { count: associates })}</li>
        {answered === 'outside' && <li>{t('inspector.links.outside', { scope })}</li>}
        {typeof answered === 'object' && (
          <>
            <li>{t('inspector.links.asked', { count: answered.links, scope })}</li>
            {answered.degree !== undefined && <li>{t('inspector.links.degree', { count: answered.degree })}</li>}
          </>
        )}
      </ul>
    </details>
  );
}
