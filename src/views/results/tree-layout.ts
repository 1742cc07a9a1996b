import type { CommunityResult } from '#queries/groups';

/** Two groups becoming one, read from single entities up; backwards: one coming apart. */
export interface TreeJoin {
  /** How many joins there were with it. */
  readonly step: number;
  /** Groups there are before it, and the modularity of these. */
  readonly groups: number;
  readonly modularity: number;
  /** Of each of the two: its rows, fewest first. */
  readonly parts: readonly [readonly number[], readonly number[]];
  /** Of each of the two: the height it stands at, and the step that made it (0: a single entity). */
  readonly ends: readonly [TreeEnd, TreeEnd];
}

interface TreeEnd {
  readonly height: number;
  readonly step: number;
}

export interface Tree {
  /** Rows of the answer from top to bottom, so that no two lines cross. */
  readonly leaves: readonly number[];
  readonly joins: readonly TreeJoin[];
  /** So many joins lead to the groups of the answer. */
  readonly cut: number;
}

interface Branch {
  readonly rows: readonly number[];
  readonly step: number;
  readonly of?: readonly [Branch, Branch];
}

/** The tree of divisions of an answer, laid out; undefined where its method gives none. */
export function treeOf({ rows, sizes, merges, levels }: CommunityResult): Tree | undefined {
  if (!merges || !levels) return undefined;
  const branches: Branch[] = rows.map((_, i) => ({ rows: [i], step: 0 }));
  const roots = new Set(branches);
  for (const [k, [a, b]] of merges.entries()) {
    const of = [branches[a]!, branches[b]!].sort((x, y) => x.rows.length - y.rows.length) as [Branch, Branch];
    for (const part of of) roots.delete(part);
    // The larger stands above: what is cut off it hangs below.
    const made: Branch = { rows: [...of[1].rows, ...of[0].rows], step: k + 1, of };
    branches.push(made);
    roots.add(made);
  }
  const leaves = [...roots].sort((x, y) => y.rows.length - x.rows.length).flatMap((r) => r.rows);
  const at = new Map(leaves.map((row, i) => [row, i]));
  const quality = new Map(levels.map((l) => [l.groups, l.modularity]));
  const heights = new Map<Branch, number>();
  const joins: TreeJoin[] = [];
  for (const branch of branches) {
    if (!branch.of) {
      heights.set(branch, at.get(branch.rows[0]!)!);
      continue;
    }
    const ends = branch.of.map((part) => ({ height: heights.get(part)!, step: part.step })) as [TreeEnd, TreeEnd];
    heights.set(branch, (ends[0].height + ends[1].height) / 2);
    const groups = rows.length - branch.step + 1;
    joins.push({
      step: branch.step,
      groups,
      modularity: quality.get(groups) ?? Number.NaN,
      parts: [branch.of[0].rows, branch.of[1].rows],
      ends,
    });
  }
  return { leaves, joins, cut: rows.length - sizes.length };
}
