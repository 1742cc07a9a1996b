import type { SvgNode } from '../svg/svg-tree.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** What of a document building needs; the page hands in its own. */
export interface ElementMaker<
  E extends { setAttribute(name: string, value: string): void; append(child: E | string): void },
> {
  createElementNS(namespace: string, tag: string): E;
}

/** Builds an SVG description node by node: for the preview and for print. */
export function svgElement<
  E extends { setAttribute(name: string, value: string): void; append(child: E | string): void },
>(node: SvgNode, maker: ElementMaker<E>): E {
  const element = maker.createElementNS(SVG, node.tag);
  for (const [name, value] of Object.entries(node.attributes)) {
    if (name !== 'xmlns') element.setAttribute(name, value);
  }
  for (const child of node.children) element.append(typeof child === 'string' ? child : svgElement(child, maker));
  return element;
}
