import { useState } from 'react';
import type { CaseState } from '#domain/change/case-state';
import { findingsOfSpan } from '#domain/time/bounds';
import type { Span } from '#domain/time/span';
import { isZone } from '#domain/time/zone';
import type { TimeMark } from '#drawing/timeline/marks';
import { zoneText } from '#drawing/timeline/tick-words';
import { t, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import type { OpenCase, Outcome } from '#queries/open-case';
import { Button, Dialog, Note, Select, TextField } from '#ui/controls/index';
import { announce, showDialog } from '#ui/dialogs/index';
import { said } from '../acts.tsx';
import { dateProblem } from '../date-words.ts';
import { extentChoices, extentChosen, tidied, withExtent } from '../span-extent.ts';
import { markText, whenText } from '../time-words.ts';

/** Writes a new time for what a mark stands for, by the commands that edit any of its fields. Undefined where it has no time of its own. */
function commandFor(open: OpenCase, mark: TimeMark, span: Span | undefined): Promise<Outcome> | undefined {
  const edit = span ? { set: { span } } : { clear: ['span'] };
  if (mark.kind === 'link') return open.run('edit-link', { id: mark.record, ...edit });
  if (mark.kind === 'event' || mark.kind === 'presence') return open.run('edit-entity', { id: mark.record, ...edit });
  if (mark.kind !== 'role' || !mark.spell) return undefined;
  return open.run('date-role', { id: mark.record, spell: mark.spell, ...(span && { span }) });
}

/** Changes the time and says what it is now. */
export async function setTime(open: OpenCase, mark: TimeMark, span: Span | undefined): Promise<void> {
  const act = commandFor(open, mark, span);
  if (!act) return;
  if (await said(act)) {
    const { state } = open.snapshot();
    const caseZone = state.properties?.zone ?? 'UTC';
    announce(
      t('timeline.time-set', {
        what: markText(state, mark),
        when: span
          ? whenText(span, { zone: caseZone, caseZone, calendar: 'gregory', usual: mark.usual })
          : t('timeline.shape.undated'),
      }),
    );
  }
}

/** Asks when it was, in the forms times are kept in; nothing is filled in that was not said. */
export async function askTime(open: OpenCase, mark: TimeMark): Promise<void> {
  const { state } = open.snapshot();
  if (mark.kind === 'account') return announce(t('timeline.time.account'));
  const answer = await showDialog<{ readonly span: Span | undefined }>((close) => (
    <TimeDialog state={state} mark={mark} onDone={close} />
  ));
  if (answer) await setTime(open, mark, answer.span);
}

function TimeDialog(props: {
  readonly state: CaseState;
  readonly mark: TimeMark;
  readonly onDone: (answer?: { readonly span: Span | undefined }) => void;
}) {
  const { state, mark, onDone } = props;
  const t = useT();
  const caseZone = state.properties?.zone ?? 'UTC';
  const [earliest, setEarliest] = useState(mark.span?.earliest ?? '');
  const [latest, setLatest] = useState(mark.span?.latest ?? '');
  const [zone, setZone] = useState(mark.span?.zone ?? '');
  const [extent, setExtent] = useState(extentChosen(mark.span));
  const [asStated, setAsStated] = useState(mark.span?.asStated ?? '');
  const zoneError = zone.trim() === '' || isZone(zone.trim()) ? undefined : t('timeline.zones.unknown');
  const bad = dateProblem(earliest) ?? dateProblem(latest) ?? zoneError;
  const text = (key: keyof Span, value: string) => (value.trim() === '' ? {} : { [key]: value.trim() });
  const stated: Span = {
    ...text('earliest', earliest),
    ...text('latest', latest),
    ...text('zone', zone),
    ...text('asStated', asStated),
    ...(mark.span?.extent && { extent: mark.span.extent }),
  };
  const span = extent === extentChosen(mark.span) ? tidied(stated) : withExtent(stated, extent);
  const told = span.earliest !== undefined || span.latest !== undefined || span.asStated !== undefined;
  const findings = bad ? [] : findingsOfSpan(span, caseZone);
  const field = (label: string, value: string, set: (text: string) => void, error?: string, first?: boolean) => (
    <TextField
      label={label}
      value={value}
      onChange={set}
      {...(error && { error })}
      {...(first && { 'data-autofocus': true })}
    />
  );
  return (
    <Dialog
      title={t('timeline.time.title', { what: markText(state, mark) })}
      onClose={() => onDone()}
      onSubmit={() => {
        if (!bad) onDone({ span: told ? span : undefined });
      }}
      foot={
        <Button submit variant="primary" disabledReason={bad}>
          {t('timeline.time.save')}
        </Button>
      }
    >
      <div className="stack">
        {field(t('timeline.time.earliest'), earliest, setEarliest, dateProblem(earliest), true)}
        {field(t('timeline.time.latest'), latest, setLatest, dateProblem(latest))}
        <Select label={t('span.extent')} value={extent} onChange={setExtent} options={extentChoices(mark.usual)} />
        {field(t('timeline.time.zone', { zone: zoneText(caseZone) }), zone, setZone, zoneError)}
        {field(t('timeline.time.as-stated'), asStated, setAsStated)}
        <p className="small muted">{t('timeline.time.hint')}</p>
        {findings.map((f) => (
          <Note key={f.code} tone="warning">
            {tDynamic(f.code, f.detail)}
          </Note>
        ))}
      </div>
    </Dialog>
  );
}
