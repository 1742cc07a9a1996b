/** A font and the characters it is wanted for, as `FontFaceSet.load` takes them: `400 12px "Noto Sans Khmer"`. */
export interface WantedFace {
  readonly font: string;
  readonly text: string;
}

/**
 * Waits until every wanted face is there: print and pictures of a sheet must not fall back to a font of this machine.
 *
 * @returns false when no shipped face has the name or a file could not be read
 */
export async function facesReady(wanted: readonly WantedFace[]): Promise<boolean> {
  try {
    const faces = await Promise.all(wanted.map(({ font, text }) => document.fonts.load(font, text)));
    return faces.every((found) => found.length > 0);
  } catch {
    // The browser rejects with a network error; it does not ask for the file again before the page is loaded anew.
    return false;
  }
}

/**
 * Calls back whenever shipped faces have come: what was drawn on a canvas before stands there in a fallback font, and must be
 * measured and drawn again. Drawing a text with a face that is not there yet is what makes a browser fetch it.
 *
 * @returns ends the calls
 */
export function onFacesLoaded(redraw: () => void): () => void {
  const loaded = (event: FontFaceSetLoadEvent) => {
    if (event.fontfaces.length > 0) redraw();
  };
  document.fonts.addEventListener('loadingdone', loaded);
  return () => document.fonts.removeEventListener('loadingdone', loaded);
}

/**
 * Fetches the face that nearly every chart is written in before there is one: what a canvas draws in a fallback font has to be drawn again.
 * When it cannot be had now, the chart asks for it again.
 */
export function fetchUsualFace(): void {
  void facesReady([{ font: '400 12px "Noto Sans"', text: 'A' }]);
}
