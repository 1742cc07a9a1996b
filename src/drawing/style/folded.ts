import type { Group } from '#domain/chart/group';
import { type Entity, isProtected } from '#domain/entity/entity';
import { visibleText } from '../labels/visible-text.ts';
import { wrapLabel } from '../labels/wrap-label.ts';
import { decimalText } from '../link-summary/decimal-sum.ts';
import type { Words } from '../words.ts';
import type { Theme } from './colours.ts';
import { chartColours } from './colours.ts';
import { entityImage, entityImageSide, entityInk } from './entity-image.ts';
import type { NodeData } from './node-data.ts';
import { entityRadius, type SizeStep } from './sizes.ts';

/** A folded group is larger than the plain item: it stands for several. */
export const FOLDED_STEP: SizeStep = 2;
/** Types named on the item; the rest is one figure. */
const TYPES_NAMED = 3;
const COUNT_CHARACTERS = 26;

/** How many members of a type; protected persons are counted apart, and nobody is named. */
export interface TypeCount {
  /** Type id, or `protected`. */
  readonly type: string;
  readonly count: number;
}

/** Commonest first, then by type. */
export function countMembers(members: Iterable<Entity>): readonly TypeCount[] {
  const counts = new Map<string, number>();
  for (const e of members) {
    const type = isProtected(e) ? 'protected' : e.type;
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return [...counts]
    .map(([type, count]) => ({ type, count }))
    .sort((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1));
}

/** What is written at a folded group, and all of it on one line. */
export interface FoldedLabel {
  readonly lines: readonly string[];
  readonly full: string;
}

/** Name, members by type, links inside. The name may be cut like any label, figures never. */
export function foldedLabel(
  group: Pick<Group, 'name'>,
  types: readonly TypeCount[],
  inside: number,
  words: Words,
  locale = 'en',
): FoldedLabel {
  const shown = (n: number) => decimalText(String(n), locale);
  const named = types.length > TYPES_NAMED + 1 ? types.slice(0, TYPES_NAMED) : types;
  const rest = types.slice(named.length).reduce((sum, t) => sum + t.count, 0);
  const counts = named.map(({ type, count }) =>
    type === 'protected'
      ? words('drawing.folded.protected', { count, shown: shown(count) })
      : words('drawing.folded.members', {
          shown: shown(count),
          type: words(`entity-type.${type}${count === 1 ? '' : '.plural'}`),
        }),
  );
  if (rest > 0) counts.push(words('drawing.folded.others', { count: rest, shown: shown(rest) }));
  const text = counts.join(words('drawing.link.and'));
  const links = inside > 0 ? [words('drawing.folded.inside', { count: inside, shown: shown(inside) })] : [];
  const wrapped = wrapLabel(text, { locale, maxLines: 12, maxCharacters: COUNT_CHARACTERS });
  return {
    lines: [...wrapLabel(group.name, { locale, maxCharacters: 20 }).lines, ...wrapped.lines, ...links],
    full: [visibleText(group.name), wrapped.full, ...links].join(' · '),
  };
}

/** `data` of a folded group's node: a box with the edge of its membership and the sign of a group, its label below. */
export function foldedData(
  group: Group,
  label: FoldedLabel,
  look: { readonly theme: Theme; readonly pinned: boolean },
): NodeData {
  const category = group.colour ?? 0;
  const { theme, pinned } = look;
  return {
    id: group.id,
    label: label.lines.join('\n'),
    fullLabel: label.full,
    image: entityImage({ icon: 'group', step: FOLDED_STEP, protected: false, category, pinned, stacked: true, theme }),
    imageSide: entityImageSide(FOLDED_STEP),
    diameter: 2 * entityRadius(FOLDED_STEP),
    ring: entityInk({ protected: false, category, theme }),
    textColour: chartColours[theme].text,
    labelPlace: 'below',
    body: 'box',
    protected: false,
    doubted: false,
    folded: group.strength,
    pinned,
    sizeStep: FOLDED_STEP,
    category,
  };
}
