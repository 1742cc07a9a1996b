import { number, t } from '#i18n/index';
import { useT } from '#i18n/react';
import type { ListedCase } from '#queries/workspace';
import { EmptyState, MenuButton, Name, Tag } from '#ui/controls/index';
import { Icon } from '#ui/icon/index';
import { useProgram } from '../skein-context.ts';
import { shortWhen } from '../when.ts';
import { caseMenu } from './case-acts.tsx';

/** All cases of this computer, the one changed last first. */
export function CaseTable({ cases }: { cases: readonly ListedCase[] }) {
  const t = useT();
  const program = useProgram();
  if (cases.length === 0) return <EmptyState title={t('start.no-cases')}>{t('start.no-cases-more')}</EmptyState>;
  return (
    <table className="grid">
      <thead>
        <tr>
          <th scope="col">{t('start.case')}</th>
          <th scope="col">{t('start.reference')}</th>
          <th scope="col" className="num">
            {t('start.entities')}
          </th>
          <th scope="col" className="num">
            {t('start.sources')}
          </th>
          <th scope="col" className="num">
            {t('start.changes')}
          </th>
          <th scope="col">{t('start.changed')}</th>
          <th scope="col">{t('start.saved-to-file')}</th>
          <th scope="col">{t('start.marking')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('start.acts')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {cases.map((c) => (
          <tr key={c.localId}>
            <th scope="row">
              <a className="case-link" href={`#/case/${c.localId}`}>
                <Icon name="folder" />
                {c.title ? <Name text={c.title} /> : <i className="muted">{t('start.untitled')}</i>}
              </a>
              {c.training && <Tag title={c.training}>{t('start.training')}</Tag>}
            </th>
            <td className="muted">{c.reference && <Name text={c.reference} />}</td>
            <td className="num">{c.entities === undefined ? '' : number(c.entities)}</td>
            <td className="num">{c.sources === undefined ? '' : number(c.sources)}</td>
            <td className="num">{number(c.count)}</td>
            <td>{shortWhen(c.changed)}</td>
            <td className={c.savedSeq === c.count ? undefined : 'unsaved'}>{savedText(c)}</td>
            <td>{c.marking && <Name text={c.marking} />}</td>
            <td>
              <MenuButton
                label={t('start.acts-for', { title: c.title || t('start.untitled') })}
                iconOnly
                entries={() => caseMenu(program, c)}
              >
                <Icon name="more" size={14} />
              </MenuButton>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** When it was last saved to a file here. A sample as it came needs no file. */
function savedText({ savedSeq, savedWall, count }: ListedCase): string {
  if (savedSeq !== undefined && savedWall === undefined && savedSeq === count) return t('start.sample-unchanged');
  if (savedSeq === undefined || savedWall === undefined) return t('start.never-saved');
  const when = shortWhen(savedWall);
  return savedSeq === count ? when : t('start.changes-since', { when, count: count - savedSeq });
}
