import './inspector.css';
import type { Entity } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import type { CaseRecord } from '#domain/record';
import { useT } from '#i18n/react';
import { linkWords, nameOf } from '#i18n/record-words';
import { useCaseValue, useOpenCase } from '#queries/case-context';
import { filter } from '#session/filter';
import { shortcut, useAction } from '#session/keys';
import { follow, selection, stepBack, trail } from '#session/selection';
import { useSignal } from '#session/signal';
import { Button, EmptyState, Name, Section } from '#ui/controls/index';
import { announce } from '#ui/dialogs/index';
import { deleteWithPlan, said } from '../acts.tsx';
import { listOf } from '../list-text.ts';
import { EditField } from './edit-field.tsx';
import { EntityCard } from './entity-card.tsx';
import { GroupCard } from './group-card.tsx';
import { LinkCard } from './link-card.tsx';
import { mergeTwo, whyNotMerged } from './merge-acts.tsx';
import { SourceCard } from './source-card.tsx';

/** What is selected, with all that is known of it and who says so. */
export default function Inspector() {
  const ids = useSignal(selection);
  const records = useCaseValue(
    (s) => ids.map((id) => s.get(id)).filter((r): r is CaseRecord => r !== undefined),
    (a, b) => a.length === b.length && a.every((r, i) => r === b[i]),
  );
  return (
    <div className="inspector" id="inspector">
      <WayBack />
      {records.length > 0 && <OfToday />}
      <Card records={records} />
    </div>
  );
}

/** While the case is shown at a date: that what is told here is not of then. */
function OfToday() {
  const t = useT();
  const { atDate: at } = useSignal(filter);
  if (!at) return null;
  return (
    <p className="inspector-today" role="note">
      {t('inspector.of-today', { shown: t(`chart-date.is.${at.kind}`, { date: at.date }) })}
    </p>
  );
}

/** From a record that another one led to, the way back there. */
function WayBack() {
  const t = useT();
  const steps = useSignal(trail);
  const last = steps.at(-1);
  const name = useCaseValue((s) => {
    const [first, ...more] = (last ?? []).map((id) => s.get(id));
    if (!first || more.length > 0) return '';
    if (first.kind === 'entity') return nameOf(first);
    return first.kind === 'source' ? first.reference : first.kind === 'link' ? linkWords(first) : '';
  });
  if (!last) return null;
  return (
    <div className="inspector-back">
      <Button variant="link" icon="left" shortcut={shortcut('step-back')} onClick={stepBack}>
        {name === '' ? t('inspector.back') : <Named name={name} />}
      </Button>
    </div>
  );
}

/** A sentence with a name from outside in it. */
function Named({ name }: { name: string }) {
  const t = useT();
  const [before, after] = t('inspector.back-to', { name: '\u0000' }).split('\u0000');
  return (
    <span className="clip">
      {before}
      <Name text={name} />
      {after}
    </span>
  );
}

function Card({ records }: { records: readonly CaseRecord[] }) {
  const t = useT();
  const [only] = records;
  if (records.length > 1) return <ManyCard records={records} />;
  switch (only?.kind) {
    case 'entity':
      return <EntityCard key={only.id} entity={only} />;
    case 'link':
      return <LinkCard key={only.id} link={only} />;
    case 'source':
      return <SourceCard key={only.id} source={only} />;
    case 'group':
      return <GroupCard key={only.id} group={only} />;
    default:
      return <EmptyState title={t('inspector.empty.title')}>{t('inspector.empty.body')}</EmptyState>;
  }
}

/** Several at once: what can be done with all of them. */
function ManyCard({ records }: { records: readonly CaseRecord[] }) {
  const t = useT();
  const open = useOpenCase();
  const entities = records.filter((r): r is Entity => r.kind === 'entity');
  // Of links alone, as of a cell of the matrix: beside entities they would only repeat them.
  const links = entities.length > 0 ? [] : records.filter((r): r is Link => r.kind === 'link');
  const [a, b] = entities;
  const two = entities.length === 2 && records.length === 2 && a?.type === b?.type;
  const ids = records.map((r) => r.id);
  const merge = () => {
    if (two) void mergeTwo(open, [a!, b!]);
    else announce(t(whyNotMerged(records)));
  };
  useAction('merge', merge);
  return (
    <>
      <Section title={t('inspector.many', { count: records.length })}>
        <ul className="tree">
          {entities.slice(0, 50).map((e) => (
            <li key={e.id}>
              <Button variant="quiet" onClick={() => follow([e.id])}>
                <Name text={nameOf(e)} />
              </Button>
            </li>
          ))}
          {links.slice(0, 50).map((l) => (
            <li key={l.id}>
              <Button variant="quiet" onClick={() => follow([l.id])}>
                <Name text={linkWords(l)} />
              </Button>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('inspector.tags')}>
        <div className="stack">
          <EditField
            hideLabel
            label={t('inspector.tags')}
            hint={t('inspector.tags.hint')}
            value=""
            onSave={(v) => void said(open.run('tag-records', { ids, add: listOf(v, ',') }))}
          />
        </div>
      </Section>
      <div className="inspector-acts">
        {two && (
          <Button icon="merge" onClick={merge} title={shortcut('merge')}>
            {t('inspector.merge')}
          </Button>
        )}
        <Button variant="danger" icon="trash" onClick={() => void deleteWithPlan(open, ids)}>
          {t('inspector.delete')}
        </Button>
      </div>
    </>
  );
}
