import { useState } from 'react';
import type { RowBasis } from '#domain/record';
import { spellsOut } from '#domain/search/spelled-out';
import type { Grade, Source } from '#domain/source/source';
import type { Statement } from '#domain/statement/statement';
import { useT } from '#i18n/react';
import { fieldText } from '#i18n/record-words';
import { sameValue, useCaseValue, useOpenCase } from '#queries/case-context';
import { newId } from '#queries/ids';
import { follow } from '#session/selection';
import {
  Button,
  Dialog,
  IconButton,
  Name,
  Section,
  Segmented,
  Select,
  Tag,
  TextArea,
  TextField,
} from '#ui/controls/index';
import { showDialog } from '#ui/dialogs/index';
import { said } from '../acts.tsx';
import { Chip, RegradeDialog } from '../grade.tsx';

interface Stating {
  readonly source: string;
  readonly reference: string;
  readonly statement: Pick<Statement, 'locator' | 'says'>;
  readonly field: string;
}

const NONE = '';
const NEW = '*new*';

function StateDialog({
  sources,
  fields,
  close,
}: {
  sources: readonly Source[];
  fields: readonly string[];
  close: (answer?: Stating) => void;
}) {
  const t = useT();
  const [source, setSource] = useState(sources.length === 0 ? NEW : NONE);
  const [reference, setReference] = useState('');
  const [quotation, setQuotation] = useState('');
  const [page, setPage] = useState('');
  const [row, setRow] = useState('');
  const [field, setField] = useState('');
  const [says, setSays] = useState<'yes' | 'no'>('yes');
  // Whoever says it is for the analyst to state: a source that stands there already would be stated by one key.
  const ready = source === NEW ? reference.trim() !== '' : source !== NONE;
  const submit = () => {
    if (!ready) return;
    const locator = { ...(page && { page }), ...(row && { row }), ...(quotation && { quotation }) };
    close({ source, reference, field, statement: { says, ...(Object.keys(locator).length && { locator }) } });
  };
  return (
    <Dialog
      title={t('inspector.basis.add')}
      onClose={() => close()}
      onSubmit={submit}
      foot={
        <>
          <Button onClick={() => close()}>{t('inspector.cancel')}</Button>
          <Button submit variant="primary">
            {t('inspector.save')}
          </Button>
        </>
      }
    >
      <Select
        label={t('inspector.basis.source')}
        value={source}
        onChange={setSource}
        options={[
          ...(source === NONE ? [{ value: NONE, label: t('inspector.basis.choose') }] : []),
          ...sources.map((s) => ({ value: s.id, label: s.title ? `${s.reference} · ${s.title}` : s.reference })),
          { value: NEW, label: t('inspector.basis.new-source') },
        ]}
      />
      {source === NEW && (
        <TextField data-autofocus label={t('inspector.basis.reference')} value={reference} onChange={setReference} />
      )}
      {fields.length > 0 && (
        <Select
          label={t('inspector.basis.field')}
          value={field}
          onChange={setField}
          options={[
            { value: '', label: t('inspector.basis.whole') },
            ...fields.map((f) => ({ value: f, label: fieldText(f) })),
          ]}
        />
      )}
      <Segmented
        label={t('inspector.basis.says')}
        value={says}
        onChange={setSays}
        options={[
          { value: 'yes', label: t('inspector.basis.says.yes') },
          { value: 'no', label: t('inspector.basis.says.no') },
        ]}
      />
      <TextArea rows={3} label={t('inspector.basis.quotation')} value={quotation} onChange={setQuotation} />
      <TextField label={t('inspector.basis.page')} value={page} onChange={setPage} />
      <TextField label={t('inspector.basis.row')} value={row} onChange={setRow} />
    </Dialog>
  );
}

/** So many are shown at first: the basis stands high on the card, and what follows should stay in sight. */
const SHOWN = 4;

/** "Says who?": statements and imported rows behind a record, or the flaw that there are none. */
export function BasisSection({
  record,
  rows,
  fields,
  needed = true,
  covered = [],
}: {
  record: string;
  rows: readonly RowBasis[];
  fields: readonly string[];
  /** The record asserts something, so that no basis is a flaw. */
  needed?: boolean;
  /** Names of a protected person: a quotation that holds one is not shown beside the pseudonym. */
  covered?: readonly string[];
}) {
  const t = useT();
  const open = useOpenCase();
  const statements = useCaseValue(
    (s) =>
      [...s.statementsAbout(record)]
        .map((id) => s.find('statement', id))
        .filter((x): x is Statement => x !== undefined),
    sameValue,
  );
  const sources = useCaseValue((s) => [...s.allOf('source')], sameList);
  const sourceOf = (id: string) => sources.find((s) => s.id === id);
  const [all, setAll] = useState(false);
  const left = all ? 0 : Math.max(0, statements.length + rows.length - SHOWN);
  const named = new Set([...statements.map((s) => s.source), ...rows.map((r) => r.source)]);

  const add = async () => {
    const stating = await showDialog<Stating>((close) => (
      <StateDialog sources={sources} fields={fields} close={close} />
    ));
    if (!stating) return;
    let { source } = stating;
    if (source === NEW) {
      source = newId();
      const made: Source = { id: source, kind: 'source', sourceKind: 'report', reference: stating.reference };
      if (!(await said(open.run('add-source', { source: made })))) return;
    }
    const statement: Statement = {
      id: newId(),
      kind: 'statement',
      about: { record, ...(stating.field && { field: stating.field }) },
      source,
      ...stating.statement,
    };
    await said(open.run('state-basis', { statements: [statement] }));
  };
  const regrade = async (s: Statement) => {
    const answer = await showDialog<{ grade?: Grade; reason: string }>((close) => (
      <RegradeDialog grade={s.grade} close={close} />
    ));
    if (answer) await said(open.run('regrade-statement', { id: s.id, ...answer }));
  };

  return (
    <Section
      title={t('inspector.basis')}
      end={
        named.size > 0 ? (
          t('inspector.basis.count', {
            count: statements.length + rows.length,
            sources: t('inspector.basis.sources', { count: named.size }),
          })
        ) : !needed ? (
          t('inspector.basis.none')
        ) : (
          <Tag tone="warning" icon="warning" title={t('inspector.unsourced.why')}>
            {t('inspector.unsourced')}
          </Tag>
        )
      }
    >
      {statements.slice(0, all ? undefined : SHOWN).map((s) => {
        const source = sourceOf(s.source);
        return (
          <div className="basis" key={s.id}>
            {s.locator?.quotation &&
              (spellsOut(s, covered) ? (
                <span className="muted">{t('inspector.basis.quotation.covered')}</span>
              ) : (
                <q>
                  <Name text={s.locator.quotation} />
                </q>
              ))}
            <div className="src">
              <Chip grade={s.grade ?? source?.grade} />
              <Button variant="link" onClick={() => follow([s.source])}>
                <Name text={source?.reference ?? ''} />
              </Button>
              <span>{[s.locator?.page, s.locator?.row].filter(Boolean).join(', ')}</span>
              {s.about.field && <span>{fieldText(s.about.field)}</span>}
              {s.says === 'no' && <Tag tone="danger">{t('inspector.basis.denies')}</Tag>}
              <IconButton
                icon="edit"
                iconSize={12}
                label={t('inspector.basis.regrade')}
                onClick={() => void regrade(s)}
              />
              <IconButton
                icon="close"
                iconSize={12}
                label={t('inspector.basis.remove')}
                onClick={() => void said(open.run('delete-records', { ids: [s.id] }))}
              />
            </div>
          </div>
        );
      })}
      {rows.slice(0, all ? undefined : Math.max(0, SHOWN - statements.length)).map((r) => {
        const source = sourceOf(r.source);
        return (
          <div className="basis" key={`${r.source} ${r.rows}`}>
            <div className="src">
              <Chip grade={source?.grade} />
              <Button variant="link" onClick={() => follow([r.source])}>
                <Name text={source?.reference ?? ''} />
              </Button>
              <span>{t('inspector.basis.rows', { rows: r.rows })}</span>
            </div>
          </div>
        );
      })}
      {left > 0 && (
        <div className="item">
          <Button variant="link" onClick={() => setAll(true)}>
            {t('inspector.basis.all', { count: left })}
          </Button>
        </div>
      )}
      <div className="item">
        <Button icon="plus" variant="quiet" onClick={() => void add()}>
          {t('inspector.basis.add')}
        </Button>
      </div>
    </Section>
  );
}

function sameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((x, i) => x === b[i]);
}
