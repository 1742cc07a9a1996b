type Place = DOMRect | { readonly x: number; readonly y: number };

/** Puts a floating element under a box or at a point, turned or pushed so that all of it stays in the window. */
export function placeFloat(element: HTMLElement, at: Place): void {
  const box = element.getBoundingClientRect();
  const bottom = 'bottom' in at ? at.bottom + 2 : at.y;
  const top = 'top' in at ? at.top - 2 : at.y;
  const left = 'left' in at ? at.left : at.x;
  const fitsBelow = bottom + box.height <= window.innerHeight - 4;
  const y = fitsBelow ? bottom : Math.max(4, Math.min(top, window.innerHeight - 4) - box.height);
  const rightAligned = 'right' in at && left + box.width > window.innerWidth - 4 ? at.right - box.width : left;
  element.style.left = `${Math.max(4, Math.min(rightAligned, window.innerWidth - box.width - 4))}px`;
  element.style.top = `${y}px`;
}
