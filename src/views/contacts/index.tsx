import './contacts.css';
import { useState } from 'react';
import { type Contact, contactsOf } from '#domain/contacts/contacts';
import { bounds } from '#domain/time/bounds';
import { usualExtent } from '#domain/time/extent';
import { number, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { linkWords, nameOf, spanText } from '#i18n/record-words';
import { useCaseSnapshot } from '#queries/case-context';
import { select, selection } from '#session/selection';
import { useSignal } from '#session/signal';
import { Button, EmptyState, Name, TextField } from '#ui/controls/index';
import { areReversed, dateProblem } from '../date-words.ts';
import type { ViewProps } from '../view.ts';

/** "Who was in contact with X between these dates, in order, with sources." X is the last entity that was selected. */
export default function Contacts(_: ViewProps) {
  const t = useT();
  const { state } = useCaseSnapshot();
  const chosen = useSignal(selection);
  const [kept, setKept] = useState<string>();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const now = chosen.find((id) => state.entity(id));
  if (now && now !== kept && chosen.length === 1) setKept(now);
  const entity = state.entity(kept ?? now ?? '');
  if (!entity) return <EmptyState title={t('contacts.choose')}>{t('contacts.choose.body')}</EmptyState>;

  const zone = state.properties?.zone ?? 'Etc/UTC';
  const reversed = areReversed(from, to, zone);
  const at = (text: string) => (reversed ? undefined : bounds({ earliest: text.trim(), latest: text.trim() }, zone));
  const [start, end] = [at(from)?.from, at(to)?.to];
  const fromWrong = dateProblem(from);
  const toWrong = dateProblem(to) ?? (reversed ? t('date.reversed') : undefined);
  const { dated, undated } = contactsOf(state, entity.id, {
    ...(start !== undefined && { from: start }),
    ...(end !== undefined && { to: end - 1 }),
  });
  const rows = (list: readonly Contact[]) =>
    list.map((c) => (
      <tr key={c.link.id} className={chosen.includes(c.link.id) ? 'sel' : undefined}>
        <td>
          <Name text={spanText(c.link.span, usualExtent(c.link, state))} />
          {(start !== undefined || end !== undefined) && c.link.span && !c.sure && (
            <span className="muted small"> {t('contacts.perhaps')}</span>
          )}
        </td>
        <td>
          <Button variant="link" onClick={() => select([c.with])}>
            <Name text={nameOf(state.entity(c.with))} />
          </Button>
        </td>
        <td>
          <Button variant="link" onClick={() => select([c.link.id])}>
            <Name text={linkWords(c.link, entity.id)} />
          </Button>
        </td>
        <td className="num">{c.link.count === undefined ? '' : number(c.link.count)}</td>
        <td>{tDynamic(`strength.${c.link.strength}`)}</td>
        <td>
          {c.sources.length === 0
            ? t('inspector.unsourced')
            : c.sources.map((s) => (
                <Button key={s} variant="link" onClick={() => select([s])}>
                  <Name text={state.find('source', s)?.reference ?? ''} />
                </Button>
              ))}
        </td>
      </tr>
    ));
  return (
    <>
      <div className="tools">
        <span>
          {t('contacts.of')} <Name text={nameOf(entity)} />
        </span>
        <TextField
          side
          label={t('contacts.from')}
          placeholder={t('explorer.filter.date-example')}
          value={from}
          onChange={setFrom}
          {...(fromWrong !== undefined && { error: fromWrong })}
        />
        <TextField
          side
          label={t('contacts.to')}
          placeholder={t('explorer.filter.date-example')}
          value={to}
          onChange={setTo}
          {...(toWrong !== undefined && { error: toWrong })}
        />
        <span role="status">{t('contacts.found', { count: dated.length })}</span>
      </div>
      <div className="stage contacts-list">
        <table className="grid">
          <thead>
            <tr>
              <th className="contacts-when">{t('contacts.when')}</th>
              <th className="contacts-who">{t('contacts.who')}</th>
              <th>{t('contacts.what')}</th>
              <th className="num contacts-count">{t('contacts.count')}</th>
              <th className="contacts-strength">{t('contacts.strength')}</th>
              <th>{t('contacts.sources')}</th>
            </tr>
          </thead>
          <tbody>
            {dated.length === 0 && (
              <tr>
                <td colSpan={6}>{t('contacts.none')}</td>
              </tr>
            )}
            {rows(dated)}
          </tbody>
          {undated.length > 0 && (
            <tbody>
              <tr>
                <th colSpan={6}>{t('contacts.undated')}</th>
              </tr>
              {rows(undated)}
            </tbody>
          )}
        </table>
      </div>
    </>
  );
}
