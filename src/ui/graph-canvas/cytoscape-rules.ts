import type { Core, StylesheetJson } from 'cytoscape';
import { onFacesLoaded } from '../fonts/index.ts';
import type { CanvasLook } from './canvas-types.ts';

/** When Cytoscape has put its layers together, ms after their words were drawn anew. */
const WRITE_AGAIN = 600;

/** The rules are made of style names Cytoscape knows; its own types cannot be told from plain data. */
export function rulesOf(look: CanvasLook, faces = 0): StylesheetJson {
  const again = { selector: 'node, edge', style: { 'line-height': 1.2 + faces / 10_000 } };
  return [...look.rules, ...(faces > 0 ? [again] : [])].map(({ selector, style }) => ({
    selector,
    style,
  })) as unknown as StylesheetJson;
}

/**
 * The look of a chart as Cytoscape's stylesheet. All words are measured and drawn again in a face that has come meanwhile: Cytoscape
 * keeps drawn words by their style and has no way to be told otherwise; a line height that differs by a ten-thousandth is another style to it.
 */
export class CytoscapeRules {
  readonly #cy: Core;
  readonly #look: () => CanvasLook;
  readonly #written: () => void;
  readonly #endFaces: () => void;
  /** How often faces of the shipped fonts have come. */
  #faces = 0;
  #again = 0;

  /** `written` is called after words were drawn anew. */
  constructor(cy: Core, look: () => CanvasLook, written: () => void) {
    this.#cy = cy;
    this.#look = look;
    this.#written = written;
    this.#endFaces = onFacesLoaded(() => {
      this.#writeAnew();
      // A layer that is being put together at this moment takes words as they were drawn before: once more when it is done.
      window.clearTimeout(this.#again);
      this.#again = window.setTimeout(() => this.#writeAnew(), WRITE_AGAIN);
    });
  }

  destroy(): void {
    window.clearTimeout(this.#again);
    this.#endFaces();
  }

  apply(): void {
    this.#cy.style(rulesOf(this.#look(), this.#faces));
  }

  #writeAnew(): void {
    this.#faces++;
    this.apply();
    this.#written();
  }
}
