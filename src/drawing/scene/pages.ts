import type { Scene } from './scene.ts';

/** A part of a scene shown on a page: what of it (mm on the scene), and where on the page its upper left corner comes to lie. */
export interface SceneView {
  readonly scene: Scene;
  readonly from: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly at: { readonly x: number; readonly y: number };
  readonly scale: number;
}

/** A page of a file: views beneath, and what stands on the page itself. The page has the size of its own scene. */
export interface ScenePage {
  /** In a reader's list of pages: never a word of the case, since it stands in the file for itself. */
  readonly name: string;
  readonly scene: Scene;
  readonly views: readonly SceneView[];
}

export function singlePage(scene: Scene, name = ''): ScenePage {
  return { name, scene, views: [] };
}
