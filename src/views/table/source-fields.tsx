import { allHandling, handlingText } from '#domain/grading/handling';
import { readGrade } from '#domain/grading/read-grade';
import type { Grade, Source, SourceKind } from '#domain/source/source';
import { readMoment, writeMoment } from '#domain/time/moment';
import { readStated } from '#domain/time/stated';
import { number, t } from '#i18n/index';
import { wordOf } from '#i18n/record-words';
import { Chip, handlingWords } from '../grade.tsx';
import { chosen, type Field, having, type Look, notAChoice } from './field.ts';
import { choicesOf } from './shared-fields.tsx';

export const SOURCE_KINDS: readonly SourceKind[] = [
  'report',
  'dataset',
  'document',
  'interview',
  'observation',
  'open-source',
  'other',
];

function gradeText(grade: Grade | undefined): string {
  return grade ? `${grade.scheme} ${grade.source} ${grade.information}` : '';
}

function supports(s: Source, look: Look): number {
  return look.state.statementsFrom(s.id).size + look.state.rowsFrom(s.id).size;
}

export function sourceFields(): Field<Source>[] {
  return [
    {
      id: 'reference',
      title: t('table.reference'),
      width: 150,
      required: true,
      text: (s) => s.reference,
      read: (s, text) =>
        text.trim() === '' ? { problem: t('table.problem.reference-missing') } : { ...s, reference: text.trim() },
    },
    {
      id: 'title',
      title: t('table.title'),
      width: 220,
      text: (s) => s.title ?? '',
      read: (s, text) => having(s, 'title', text.trim()),
    },
    {
      id: 'source-kind',
      title: t('table.source-kind'),
      kind: 'choice',
      required: true,
      text: (s) => wordOf('source-kind', s.sourceKind),
      editText: (s) => s.sourceKind,
      choices: () => choicesOf('source-kind', SOURCE_KINDS),
      read(s, text) {
        const kind = chosen(choicesOf('source-kind', SOURCE_KINDS), text);
        return kind === undefined
          ? notAChoice(text, choicesOf('source-kind', SOURCE_KINDS))
          : { ...s, sourceKind: kind as SourceKind };
      },
    },
    {
      id: 'received',
      title: t('table.received'),
      about: t('table.date.about'),
      width: 110,
      text: (s) => (s.received ?? '').replace('T', ' '),
      read(s, text) {
        const typed = text.trim();
        if (typed === '') return having(s, 'received', undefined);
        const moment = readMoment(typed.replace(' ', 'T'));
        if (moment) return { ...s, received: writeMoment(moment) };
        const reading = readStated(typed);
        return reading.result === 'read' && reading.span.earliest !== undefined
          ? { ...s, received: reading.span.earliest }
          : {
              problem: t(reading.result === 'ambiguous' ? 'table.problem.date-ambiguous' : 'table.problem.date', {
                text,
              }),
            };
      },
    },
    {
      id: 'grade',
      title: t('table.grade'),
      about: t('table.grade.about'),
      width: 110,
      text: (s) => gradeText(s.grade),
      render: (s) => (s.grade ? <Chip grade={s.grade} /> : null),
      read(s, text) {
        if (text.trim() === '') return having(s, 'grade', undefined);
        const grade = readGrade(text, s.grade?.scheme);
        return grade ? { ...s, grade } : { problem: t('table.problem.grade', { text }) };
      },
    },
    {
      id: 'handling',
      title: t('table.handling'),
      width: 150,
      text: (s) => s.handling ?? '',
      render: (s) =>
        s.handling ? (
          <span className="clip" title={handlingWords(s.handling).meaning}>
            {handlingWords(s.handling).short}
          </span>
        ) : null,
      suggest: () => allHandling().map(handlingText),
      read: (s, text) => having(s, 'handling', text.trim()),
    },
    {
      id: 'supports',
      title: t('table.supports'),
      about: t('table.supports.about'),
      width: 90,
      kind: 'number',
      text: (s, look) => number(supports(s, look)),
      sortBy: supports,
    },
    {
      id: 'notes',
      title: t('table.notes'),
      width: 180,
      text: (s) => s.notes ?? '',
      read: (s, text) => having(s, 'notes', text.trim()),
    },
  ];
}
