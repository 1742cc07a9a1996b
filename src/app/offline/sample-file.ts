import { pageBuild } from './page-build.ts';

/**
 * A sample case package as it is shipped, of this page's own build; nothing where it is not there.
 * Behind its name stands the build, so that a page never gets the sample of another one.
 */
export async function sampleFile(id: string): Promise<Blob | undefined> {
  const answer = await fetch(`samples/${id}.skein${pageBuild === undefined ? '' : `?${pageBuild}`}`).catch(
    () => undefined,
  );
  return answer?.ok ? answer.blob() : undefined;
}
