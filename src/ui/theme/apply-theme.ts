/** `system` follows what the computer is set to, also when that changes while the program is open. */
export type Theme = 'light' | 'dark' | 'system';
export type Density = 'dense' | 'roomy';

/** Sets the look on the root element and keeps it in step with the computer; answers with a function that stops that. */
export function applyTheme(root: HTMLElement, theme: Theme, density: Density): () => void {
  root.dataset.density = density;
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const set = () => {
    root.dataset.theme = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
  };
  set();
  if (theme !== 'system') return () => {};
  dark.addEventListener('change', set);
  return () => dark.removeEventListener('change', set);
}
