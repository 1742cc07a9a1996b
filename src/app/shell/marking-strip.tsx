import { useT } from '#i18n/react';
import { Name } from '#ui/controls/index';

export interface Marking {
  readonly text: string;
  readonly more?: string;
}

/** The security classification, at the top and bottom of everything. The lower one is the same text again, so it is read out once. */
export function MarkingStrip({ marking, lower }: { marking: Marking | null; lower?: boolean }) {
  const t = useT();
  const words = (
    <>
      {marking ? <Name text={marking.text} /> : t('shell.no-marking')}
      {marking?.more && <span>{marking.more}</span>}
    </>
  );
  if (lower)
    return (
      <div className="marking" aria-hidden="true">
        {words}
      </div>
    );
  return (
    <div className="marking" role="note" aria-label={t('shell.classification')}>
      {words}
    </div>
  );
}
