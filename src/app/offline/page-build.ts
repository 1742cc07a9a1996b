/**
 * The id of the build this page was made by, stamped into the page by `scripts/offline.mjs`; absent while developing and in the one-file
 * program, where nothing is kept.
 */
export const pageBuild: string | undefined =
  document.querySelector<HTMLMetaElement>('meta[name="skein-build"]')?.content || undefined;
