import { useT } from '#i18n/react';
import { useSignal } from '#session/signal';
import { Button, Name } from '#ui/controls/index';
import { allowFolder, canChooseFolder, chooseFolder, forgetFolder, safetyCopies } from '../safety-copies.ts';
import { useProgram } from '../skein-context.ts';

/** The folder for safety copies: which, whether it can be written, another, none. Nothing where the browser cannot do it. */
export function SafetyFolder() {
  const t = useT();
  const { store } = useProgram().skein;
  const state = useSignal(safetyCopies);
  if (!canChooseFolder()) return null;
  if (state.kind === 'off')
    return (
      <p>
        {t('safety.off')}{' '}
        <Button variant="link" onClick={() => void chooseFolder(store)}>
          {t('safety.choose')}
        </Button>
      </p>
    );
  return (
    <p>
      {t(state.kind === 'failed' && state.localId ? 'safety.not-whole' : `safety.${state.kind}`)}{' '}
      <Name text={state.folder} />{' '}
      {state.kind === 'ask' && (
        <Button variant="link" onClick={() => void allowFolder(store)}>
          {t('safety.allow')}
        </Button>
      )}{' '}
      <Button variant="link" onClick={() => void chooseFolder(store)}>
        {t('safety.choose-other')}
      </Button>{' '}
      <Button variant="link" onClick={() => void forgetFolder(store)}>
        {t('safety.stop')}
      </Button>
    </p>
  );
}
