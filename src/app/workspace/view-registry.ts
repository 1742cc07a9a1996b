import type { ComponentType } from 'react';
import { sides, views } from '#views/index';
import type { SideDefinition, ViewDefinition, ViewProps } from '#views/view';
import { loadedLater } from '../loaded-later.ts';

/** The registries, widened: the shell treats all views alike. */
export const allViews: readonly ViewDefinition[] = views;
export const allSides: readonly SideDefinition[] = sides;

const viewFiles = new Map(allViews.map((v) => [v.id, loadedLater(v.load)]));
const sideFiles = new Map(allSides.map((s) => [s.id, loadedLater(s.load)]));

export function viewById(id: string): ViewDefinition | undefined {
  return allViews.find((v) => v.id === id);
}

export function viewComponent({ id }: ViewDefinition): ComponentType<ViewProps> {
  return viewFiles.get(id)!.component();
}

export function sideById(id: SideDefinition['id']): SideDefinition | undefined {
  return allSides.find((s) => s.id === id);
}

export function sideComponent({ id }: SideDefinition): ComponentType {
  return sideFiles.get(id)!.component();
}

/** Ahead of their use; what cannot be had now is asked for again when it is needed. */
export const fetchView = (id: string): Promise<unknown> | undefined =>
  viewFiles
    .get(id)
    ?.fetch()
    .catch(() => undefined);
export const fetchSide = (id: SideDefinition['id']): Promise<unknown> | undefined =>
  sideFiles
    .get(id)
    ?.fetch()
    .catch(() => undefined);
