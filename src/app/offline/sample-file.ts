import { pageBuild } from './page-build.ts';

/**
 * A sample case package as it is shipped, of this page's own build; nothing where it is not there.
 * Behind its name stands the build, so that a page never gets the sample of another one. The one-file program has it inside.
 */
export async function sampleFile(id: string): Promise<Blob | undefined> {
  const inside = document.getElementById(`sample-${id}`)?.textContent;
  const address = inside
    ? `data:application/zip;base64,${inside}`
    : `samples/${id}.skein${pageBuild === undefined ? '' : `?${pageBuild}`}`;
  const answer = await fetch(address).catch(() => undefined);
  return answer?.ok ? answer.blob() : undefined;
}
