import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { Device, ListedCase, Skein } from '#queries/workspace';
import type { Packages } from './packages.ts';

export interface Program {
  readonly skein: Skein;
  readonly packages: Packages;
}

export const ProgramContext = createContext<Program | null>(null);

export function useProgram(): Program {
  const program = useContext(ProgramContext);
  if (!program) throw new Error('no program around this component');
  return program;
}

const versions = new WeakMap<Device, number>();

/** The device's settings, redrawing the component when one changes. */
export function useDevice(): Device {
  const { device } = useProgram().skein;
  useSyncExternalStore(
    (listener) =>
      device.subscribe(() => {
        versions.set(device, (versions.get(device) ?? 0) + 1);
        listener();
      }),
    () => versions.get(device) ?? 0,
  );
  return device;
}

const renewals = new Set<() => void>();

/** Reads the list of cases again: for what this page itself did to a case without the store telling of the list. */
export function renewCases(): void {
  for (const read of [...renewals]) read();
}

/** The cases on this computer; undefined until the first answer. Renewed when one changes, in this tab or another. */
export function useCases(): readonly ListedCase[] | undefined {
  const { skein } = useProgram();
  const [cases, setCases] = useState<readonly ListedCase[]>();
  useEffect(() => {
    let current = true;
    const read = () =>
      void skein.listCases().then(
        (list) => current && setCases(list),
        // A closed database cannot be read; the frozen banner says so, the list stays as it was.
        () => {},
      );
    read();
    renewals.add(read);
    const unsubscribe = skein.subscribe((event) => event.type === 'cases' && read());
    return () => {
      current = false;
      renewals.delete(read);
      unsubscribe();
    };
  }, [skein]);
  return cases;
}
