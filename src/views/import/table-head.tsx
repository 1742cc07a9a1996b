import { number, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import type { PreviewReport } from '#queries/exchange';

export interface Table {
  readonly file: Blob;
  readonly name: string;
  /** Tells two tables of one name apart: nothing chosen for one may hold for the other. */
  readonly serial: number;
  /** Files dropped with it that wait their turn. */
  readonly next: readonly File[];
}

/** Which table it is, and how its text is read. */
export function TableHead({ table, preview }: { table: Table; preview: PreviewReport | undefined }) {
  const t = useT();
  return (
    <div className="tools">
      <b>{t('import-view.title', { name: table.name })}</b>
      {table.next.length > 0 && (
        <span className="muted">{t('import-view.more-files', { count: table.next.length })}</span>
      )}
      {preview && (
        <span className="muted">
          {t(preview.form.header.row ? 'import-view.form' : 'import-view.form-without-header', {
            encoding: tDynamic(`import.encoding.${preview.form.encoding}`),
            delimiter:
              preview.form.dialect.delimiter === '\t' ? t('import-view.delimiter.tab') : preview.form.dialect.delimiter,
            rows: number(preview.rows),
            header: preview.form.header.row,
          })}
        </span>
      )}
    </div>
  );
}
