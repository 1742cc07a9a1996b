import { useRef } from 'react';
import { useT } from '#i18n/react';
import { useCaseSnapshot, useOpenCase } from '#queries/case-context';
import { saveFile } from '#queries/exports';
import { fileName } from '#queries/file-name';
import { MOST_ANALYSES, type RecipeScreen, readRecipe, recipeFrom, screensOf } from '#queries/recipes';
import { useSignal } from '#session/signal';
import { MenuButton } from '#ui/controls/index';
import { announce } from '#ui/dialogs/index';
import { holdScreens, openScreen, recipeInHand } from './recipe-in-hand.ts';

/** What a room shows, as a recipe can hold it. */
export interface ShownAnalyses {
  readonly screens: readonly RecipeScreen[];
  /** Why there is nothing to be saved. */
  readonly none?: string;
  /** What of it names somebody, and so is left out. */
  readonly leftOut?: string;
}

/** The analyses shown, saved as a file to be run on new data or put on a list of such; and such a file opened here. */
export function RecipeMenu({ shown }: { shown: ShownAnalyses }) {
  const t = useT();
  const open = useOpenCase();
  const { state, head } = useCaseSnapshot();
  const { screens: held, before } = useSignal(recipeInHand(open));
  const chooser = useRef<HTMLInputElement>(null);
  const save = (screens: readonly RecipeScreen[]) =>
    saveFile(
      fileName('recipe', state.properties?.caseId ?? '', head.seq, new Date(), 'json'),
      new Blob([`${JSON.stringify(recipeFrom(screens), null, 2)}\n`], { type: 'application/json' }),
    );
  const say = (done: string) => announce([done, ...(shown.leftOut === undefined ? [] : [shown.leftOut])].join(' '));
  const take = async (file: File | undefined) => {
    if (!file) return;
    const read = readRecipe(await file.text());
    if ('unfit' in read) {
      announce(
        read.unfit === 'unknown-analysis'
          ? t('recipe.unknown-analysis', { number: read.at })
          : t(`recipe.${read.unfit}`),
      );
      return;
    }
    const screens = screensOf(read);
    holdScreens(open, screens);
    openScreen(open, screens[0]!);
    announce(t('recipe.opened', { count: screens.length }));
  };
  const fits = (screens: readonly RecipeScreen[]) =>
    screens.flat().length > MOST_ANALYSES ? t('recipe.too-many', { count: MOST_ANALYSES }) : undefined;
  const whyNot = (disabledReason: string | undefined) => (disabledReason === undefined ? {} : { disabledReason });
  const written = new Set(held.map((screen) => JSON.stringify(screen)));
  const fresh = shown.screens.filter((screen) => !written.has(JSON.stringify(screen)));
  const more = [...held, ...fresh];
  return (
    <span className="recipe-menu">
      <MenuButton
        label={t('recipe')}
        entries={[
          {
            id: 'save',
            label: t('recipe.save'),
            ...whyNot(shown.none ?? fits(shown.screens)),
            onSelect: () => {
              save(shown.screens);
              say(t('recipe.saved'));
            },
          },
          {
            id: 'add',
            label: t('recipe.add'),
            ...whyNot(shown.none ?? (fresh.length === 0 ? t('recipe.already') : fits(more))),
            onSelect: () => {
              holdScreens(open, more, shown.screens.at(-1));
              say(t('recipe.added', { count: more.length }));
            },
          },
          ...(held.length > 0
            ? [
                { id: 'save-list', label: t('recipe.save-list', { count: held.length }), onSelect: () => save(held) },
                { id: 'clear', label: t('recipe.clear'), onSelect: () => holdScreens(open, []) },
              ]
            : []),
          ...(before ? [{ id: 'undo', label: t('recipe.undo'), onSelect: () => holdScreens(open, before) }] : []),
          { id: 'run', label: t('recipe.run'), onSelect: () => chooser.current?.click() },
        ]}
      >
        {t('recipe')}
      </MenuButton>
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".json,application/json"
        aria-label={t('recipe.run')}
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
    </span>
  );
}
