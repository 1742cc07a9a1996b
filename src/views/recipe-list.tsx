import './recipe-list.css';
import { type KeyboardEvent, useRef } from 'react';
import { number } from '#i18n/index';
import { useT } from '#i18n/react';
import { useOpenCase } from '#queries/case-context';
import { useSignal } from '#session/signal';
import { Button, IconButton } from '#ui/controls/index';
import { holdScreens, isAmong, openScreen, recipeInHand } from './recipe-in-hand.ts';
import type { ShownAnalyses } from './recipe-menu.tsx';
import { screenName, screenScope } from './recipe-words.ts';

/** The analyses of the recipe in hand, each opened by its button, or in the list by its number. Nothing while there are none. */
export function RecipeList({ shown }: { shown: ShownAnalyses }) {
  const t = useT();
  const open = useOpenCase();
  const { screens, opened } = useSignal(recipeInHand(open));
  const list = useRef<HTMLOListElement>(null);
  const [first] = screens;
  if (!first) return null;
  const setup = first[0]!.setup;
  const onKeyDown = (event: KeyboardEvent) => {
    const screen = /^[1-9]$/.test(event.key) ? screens[Number(event.key) - 1] : undefined;
    if (!screen || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    openScreen(open, screen);
  };
  /** What is taken off takes its button along: the next one has the focus then, after the last the menu. */
  const takeOff = (at: number) => {
    const room = list.current?.closest('[role="tabpanel"]');
    holdScreens(
      open,
      screens.filter((_, i) => i !== at),
    );
    requestAnimationFrame(() => {
      const items = list.current?.querySelectorAll<HTMLElement>('li') ?? [];
      const next = items[Math.min(at, items.length - 1)] ?? room?.querySelector('.recipe-menu');
      next?.querySelector('button')?.focus();
    });
  };
  return (
    <section className="recipe-list" aria-label={t('recipe.list')} onKeyDown={onKeyDown}>
      <span className="muted">{t('recipe')}</span>
      <ol ref={list}>
        {screens.map((screen, i) => {
          const name = screenName(screen, setup);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same analysis may stand in a list twice.
            <li key={`${i} ${name}`}>
              <Button
                pressed={screen === opened && isAmong(screen, shown.screens)}
                title={`${name} · ${screenScope(screen)}`}
                onClick={() => openScreen(open, screen)}
              >
                <span className="clip">
                  {number(i + 1)} {name}
                </span>
              </Button>
              <IconButton
                icon="close"
                iconSize={12}
                label={t('recipe.take-off', { analysis: name })}
                onClick={() => takeOff(i)}
              />
            </li>
          );
        })}
      </ol>
    </section>
  );
}
