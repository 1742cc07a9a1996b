import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { usualExtent } from '#domain/time/extent';
import type { ShownCalendar } from '#domain/time/shown';
import type { Conflict } from '#drawing/timeline/accounts';
import { useT } from '#i18n/react';
import { linkWords, nameOf } from '#i18n/record-words';
import { select } from '#session/selection';
import { Button, Name } from '#ui/controls/index';
import { Chip } from '../grade.tsx';
import { whenText } from '../time-words.ts';

/** What is told in more than one way, each telling beside the others, with who says so and how good the source is. */
export function Accounts(props: {
  readonly state: CaseState;
  readonly conflicts: readonly Conflict[];
  readonly calendar: ShownCalendar;
  readonly chosen: readonly Id[];
}) {
  const { state, conflicts, calendar, chosen } = props;
  const t = useT();
  const caseZone = state.properties?.zone ?? 'UTC';
  const what = (id: Id) => {
    const link = state.link(id);
    return link ? linkWords(link) : nameOf(state.entity(id));
  };
  const usualOf = (id: Id) => {
    const record = state.entity(id) ?? state.link(id);
    return record && usualExtent(record, state);
  };
  return (
    <section className="timeline-accounts" aria-label={t('timeline.accounts.title')}>
      {conflicts.map((c) => (
        <article key={c.id} className={c.accounts.some((a) => chosen.includes(a.record)) ? 'chosen' : undefined}>
          <h3>
            <Name text={what(c.about)} /> <span className="muted small">{t(`timeline.accounts.${c.kind}`)}</span>
          </h3>
          <div className="timeline-told">
            {c.accounts.map((a) => (
              <div key={`${a.record} ${a.says} ${JSON.stringify(a.span)}`}>
                <Button variant="link" onClick={() => select([a.record])}>
                  <Name text={whenText(a.span, { zone: caseZone, caseZone, calendar, usual: usualOf(a.record) })} />
                </Button>
                {c.kind === 'same' && <Name text={what(a.record)} />}
                {a.sources.length === 0 && <span className="muted small">{t('timeline.accounts.nobody')}</span>}
                {a.sources.map((id) => (
                  <span key={id} className="row">
                    <Button variant="link" onClick={() => select([id])}>
                      <Name text={state.find('source', id)?.reference ?? ''} />
                    </Button>
                    <span className="small">{t(`timeline.accounts.${a.says}`)}</span>
                    <Chip grade={state.find('source', id)?.grade} />
                  </span>
                ))}
              </div>
            ))}
          </div>
        </article>
      ))}
    </section>
  );
}
