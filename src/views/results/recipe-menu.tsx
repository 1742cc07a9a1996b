import { useRef } from 'react';
import { useT } from '#i18n/react';
import { useCaseSnapshot } from '#queries/case-context';
import { saveFile } from '#queries/exports';
import { fileName } from '#queries/file-name';
import { type Recipe, readRecipe } from '#queries/recipes';
import { MenuButton } from '#ui/controls/index';
import { announce } from '#ui/dialogs/index';
import type { Asked } from '../last-answer.ts';
import { namesMembers, recipeOf } from './recipe.ts';
import { isWhole } from './whole-questions.tsx';

/** The analyses shown, saved as a file to be run on new data; and such a file run here. */
export function RecipeMenu({ asked, onRun }: { asked: Asked; onRun: (recipe: Recipe) => void }) {
  const t = useT();
  const { state, head } = useCaseSnapshot();
  const chooser = useRef<HTMLInputElement>(null);
  // What is shown is saved, or nothing: not the answer of before.
  const whole = asked.question !== undefined && isWhole(asked.question.kind);
  const recipe = whole ? undefined : recipeOf(asked);
  const save = () => {
    if (!recipe) return;
    saveFile(
      fileName('recipe', state.properties?.caseId ?? '', head.seq, new Date(), 'json'),
      new Blob([`${JSON.stringify(recipe, null, 2)}\n`], { type: 'application/json' }),
    );
    if (namesMembers(asked)) announce(t('guided.key.recipe'));
  };
  const take = async (file: File | undefined) => {
    if (!file) return;
    const read = readRecipe(await file.text());
    if (!('unfit' in read)) onRun(read);
    else if (read.unfit === 'unknown-analysis') announce(t('results.recipe.unknown-analysis', { number: read.at }));
    else announce(t(`results.recipe.${read.unfit}`));
  };
  return (
    <>
      <MenuButton
        label={t('results.recipe')}
        entries={[
          {
            id: 'save',
            label: t('results.recipe.save'),
            ...(!recipe && { disabledReason: t(whole ? 'results.recipe.whole' : 'results.choose.title') }),
            onSelect: save,
          },
          { id: 'run', label: t('results.recipe.run'), onSelect: () => chooser.current?.click() },
        ]}
      >
        {t('results.recipe')}
      </MenuButton>
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".json,application/json"
        aria-label={t('results.recipe.run')}
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
    </>
  );
}
