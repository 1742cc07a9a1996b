interface Yielding {
  yield?(): Promise<void>;
}

/**
 * Lets the page paint and answer keys between two slices of work. `scheduler.yield` where the browser has it: timers
 * that follow one another are held back to 4 ms each, which a bulk change of hundreds of slices would feel.
 */
export function giveWay(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Yielding };
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
