/** Lets the page paint and answer keys between two slices of work. Resolves in a task of its own. */
export function giveWay(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
