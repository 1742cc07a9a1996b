import { type ComponentType, lazy } from 'react';

/**
 * A component in a file of its own, loaded when first shown or ahead of that. Fetched ahead it is shown at once: what React finds lazy
 * it shows 300 ms late, also where the file has come by then.
 */
export function loadedLater<P, More>(load: () => Promise<{ readonly default: ComponentType<P> } & More>) {
  let here: ComponentType<P> | undefined;
  let chosen: ComponentType<P> | undefined;
  const fetched = () =>
    load().then((file) => {
      here = file.default;
      return file;
    });
  return {
    fetch: fetched,
    /** The same one from the first call on: another would be mounted anew. */
    component(): ComponentType<P> {
      chosen ??= here ?? (lazy(fetched) as unknown as ComponentType<P>);
      return chosen;
    },
  };
}
