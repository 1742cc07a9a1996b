import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useSyncExternalStore } from 'react';
import type { Device, ListedCase, Skein } from '#queries/workspace';
import type { Packages } from './packages.ts';
import { queryClient } from './query-client.ts';

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

const CASES = ['cases'] as const;

/** Reads the list of cases again: for what this page itself did to a case without the store telling of the list. */
export function renewCases(): void {
  void queryClient.invalidateQueries({ queryKey: CASES });
}

/** The cases on this computer; undefined until the first answer. Renewed when one changes, in this tab or another. */
export function useCases(): readonly ListedCase[] | undefined {
  const { skein } = useProgram();
  useEffect(() => skein.subscribe((event) => event.type === 'cases' && renewCases()), [skein]);
  // A closed database cannot be read; the frozen banner says so, the list stays as it was.
  return useQuery({ queryKey: CASES, queryFn: () => skein.listCases(), staleTime: 0 }).data;
}
