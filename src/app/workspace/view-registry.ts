import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { sides, views } from '#views/index';
import type { SideDefinition, ViewDefinition, ViewProps } from '#views/view';

/** The registries, widened: the shell treats all views alike. */
export const allViews: readonly ViewDefinition[] = views;
export const allSides: readonly SideDefinition[] = sides;

const loaded = new Map<string, LazyExoticComponent<ComponentType<ViewProps>>>();
const loadedSides = new Map<string, LazyExoticComponent<ComponentType>>();

export function viewById(id: string): ViewDefinition | undefined {
  return allViews.find((v) => v.id === id);
}

/** One lazy component per view: making it anew at each drawing would mount the view anew. */
export function viewComponent(definition: ViewDefinition): LazyExoticComponent<ComponentType<ViewProps>> {
  const known = loaded.get(definition.id);
  if (known) return known;
  const component = lazy(definition.load);
  loaded.set(definition.id, component);
  return component;
}

export function sideById(id: SideDefinition['id']): SideDefinition | undefined {
  return allSides.find((s) => s.id === id);
}

export function sideComponent(definition: SideDefinition): LazyExoticComponent<ComponentType> {
  const known = loadedSides.get(definition.id);
  if (known) return known;
  const component = lazy(definition.load);
  loadedSides.set(definition.id, component);
  return component;
}
