/** An image the caller has loaded from the SVG; in the page an `HTMLImageElement` after `decode()`. */
export type LoadedPicture = CanvasImageSource;

export interface PictureSize {
  /** Millimetres. */
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
}

/** Browsers refuse larger canvases; 16384 each way holds A3 at 900 dpi. */
const LARGEST_SIDE = 16384;

export function pixelSize({ width, height, dpi }: PictureSize): { width: number; height: number } {
  const px = (mm: number): number => Math.max(1, Math.round((mm / 25.4) * dpi));
  return { width: px(width), height: px(height) };
}

export type PngFailure = 'picture-too-large' | 'picture-not-drawn';
export type PngOutcome = { readonly ok: true; readonly png: Blob } | { readonly ok: false; readonly code: PngFailure };

/**
 * An SVG file (fonts inside) as PNG. `load` turns the SVG's text into a drawable image: in the page
 * `loadSvgImage` below; a worker has no way to read SVG. The file holds pixels only, no text chunk, no time, no profile.
 */
export async function svgToPng(
  svg: string,
  size: PictureSize,
  load: (svg: string, pixels: { width: number; height: number }) => Promise<LoadedPicture>,
): Promise<PngOutcome> {
  const pixels = pixelSize(size);
  if (pixels.width > LARGEST_SIDE || pixels.height > LARGEST_SIDE) return { ok: false, code: 'picture-too-large' };
  const canvas = new OffscreenCanvas(pixels.width, pixels.height);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) return { ok: false, code: 'picture-not-drawn' };
  try {
    const picture = await load(svg, pixels);
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, pixels.width, pixels.height);
    context.drawImage(picture, 0, 0, pixels.width, pixels.height);
    return { ok: true, png: await canvas.convertToBlob({ type: 'image/png' }) };
  } catch {
    return { ok: false, code: 'picture-not-drawn' };
  }
}

/** Loads an SVG in a page. Fonts inside a picture come in late: the image is decoded twice before it is drawn. */
export async function loadSvgImage(svg: string): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(url);
  }
}
