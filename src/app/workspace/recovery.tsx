import { useState } from 'react';
import { number, t as say, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import type { LoadProblem, OpenResult } from '#queries/workspace';
import { Button, Name, Note } from '#ui/controls/index';
import { announce } from '#ui/dialogs/index';
import { choosePackage } from '../open-package.ts';
import { goToCase, goToStart } from '../route.ts';
import { useCases, useProgram } from '../skein-context.ts';
import { deleteCase } from '../start/case-acts.tsx';
import { shortWhen } from '../when.ts';

/** What was expected and what is there, for the sentence that says so. */
function figures(problem: LoadProblem): Readonly<Record<string, string>> {
  const intact = 'intact' in problem && problem.intact ? problem.intact.seq : 0;
  const expected = 'sentinel' in problem && problem.sentinel ? problem.sentinel.count : intact;
  return { intact: number(intact), expected: number(expected) };
}

/** Never an ordinary empty case: what is wrong, that nothing was written, and the ways on. */
export function Recovery(props: {
  readonly localId: string;
  readonly problem: LoadProblem;
  readonly onAccepted: (result: OpenResult) => void;
}) {
  const { localId, problem, onAccepted } = props;
  const t = useT();
  const program = useProgram();
  const { skein } = program;
  const listed = useCases()?.find((c) => c.localId === localId);
  const [failed, setFailed] = useState<string>();
  const gone = problem.code === 'no-such-case';
  const rescue = async () => {
    const result = await skein.store.rescueCase(localId, skein.device.author() ?? { initials: '', unit: '' });
    if (!result.ok) return setFailed(result.code);
    announce(say('recovery.rescued', { salvaged: result.salvaged, lost: result.lost }));
    goToCase(result.localId);
  };
  return (
    <main className="boot" data-region>
      <div className="stack">
        <h1>{t('recovery.title')}</h1>
        <Note tone="danger" live>
          {tDynamic(`recovery.${problem.code}`, figures(problem))}
        </Note>
        {failed && <Note tone="warning">{t('recovery.rescue-failed', { code: failed })}</Note>}
        {problem.savedFile && (
          <p>
            {t('recovery.saved-file', { when: shortWhen(problem.savedFile.wall), seq: number(problem.savedFile.seq) })}{' '}
            {problem.savedFile.file && <Name text={problem.savedFile.file} />}
          </p>
        )}
        {!gone && !problem.savedFile && <p>{t('recovery.never-saved')}</p>}
        {!gone && <p>{t('recovery.kept')}</p>}
        <div className="row">
          <Button variant="primary" onClick={() => void choosePackage(program)}>
            {t('recovery.open-package')}
          </Button>
          {problem.code === 'damaged' && <Button onClick={() => void rescue()}>{t('recovery.rescue')}</Button>}
          {!gone && problem.code !== 'store-empty' && problem.code !== 'damaged' && (
            <Button onClick={() => void skein.acceptWhatIsLeft(localId).then(onAccepted)}>
              {t('recovery.accept')}
            </Button>
          )}
          {listed && (
            <Button
              variant="danger"
              onClick={() => void deleteCase(program, listed).then((done) => done && goToStart())}
            >
              {t('recovery.delete')}
            </Button>
          )}
          <Button onClick={goToStart}>{t('ring.to-start')}</Button>
        </div>
      </div>
    </main>
  );
}
