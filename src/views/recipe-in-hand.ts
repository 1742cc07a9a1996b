import { useEffect } from 'react';
import { useOpenCase } from '#queries/case-context';
import type { OpenCase } from '#queries/open-case';
import type { RecipeScreen } from '#queries/recipes';
import { openPane } from '#session/panes';
import { type Signal, signal, useSignal } from '#session/signal';

/** The list of analyses of a case while it is open: put together here, or read from a file. Nothing of it is written to the case. */
export interface RecipeInHand {
  readonly screens: readonly RecipeScreen[];
  /** What it held before it was changed last. */
  readonly before?: readonly RecipeScreen[];
  /** Which of it was opened last. */
  readonly opened?: RecipeScreen;
  /** Opened, and still to be taken up by its room. */
  readonly waiting?: RecipeScreen;
}

const kept = new WeakMap<OpenCase, Signal<RecipeInHand>>();

export function recipeInHand(open: OpenCase): Signal<RecipeInHand> {
  let found = kept.get(open);
  if (!found) {
    found = signal<RecipeInHand>({ screens: [] });
    kept.set(open, found);
  }
  return found;
}

/** Holds these from now on; what was held before can be brought back. */
export function holdScreens(open: OpenCase, screens: readonly RecipeScreen[], opened?: RecipeScreen): void {
  recipeInHand(open).set((now) => ({ ...now, screens, before: now.screens, ...(opened && { opened }) }));
}

/** The view that analyses are shown in. */
const roomOf = ([first]: RecipeScreen) => (first?.kind === 'what-if' ? 'what-if' : 'results');

/** Works analyses out anew, each in its panel. */
export function openScreen(open: OpenCase, screen: RecipeScreen): void {
  recipeInHand(open).set((now) => ({ ...now, opened: screen, waiting: screen }));
  openPane({ view: roomOf(screen) });
}

/** Takes up what was opened for this room, also before the room was there. */
export function useOpenedScreen(room: ReturnType<typeof roomOf>, run: (screen: RecipeScreen) => void): void {
  const hand = recipeInHand(useOpenCase());
  const { waiting } = useSignal(hand);
  useEffect(() => {
    if (!waiting || roomOf(waiting) !== room || hand.get().waiting !== waiting) return;
    hand.set(({ waiting: _, ...now }) => now);
    run(waiting);
  });
}

/** Whether what is shown has all that is said of an analysis; parameters that are not said are as usual. */
function says(shown: unknown, step: unknown): boolean {
  if (typeof step !== 'object' || step === null) return shown === step;
  if (typeof shown !== 'object' || shown === null) return false;
  const there = new Map(Object.entries(shown));
  return Object.entries(step).every(([name, value]) => says(there.get(name), value));
}

/** Whether these analyses are among those shown, and looked at in the same way. */
export function isAmong(screen: RecipeScreen, shown: readonly RecipeScreen[]): boolean {
  const steps = shown.flat();
  const viewOf = (step: object) => ('view' in step ? step.view : undefined);
  return screen.every((step) => steps.some((s) => viewOf(s) === viewOf(step) && says(s, step)));
}
