import { posix } from 'node:path';
import {
  combiningRooms,
  type Floor,
  floors,
  groundRooms,
  layers,
  roomedFloors,
  soleImporters,
  threadFloor,
} from './layers.ts';
import { type FileFacts, type Reference, readImports } from './read-imports.ts';

export interface Breach {
  /** Path below `src/`, with line where one is known. */
  readonly at: string;
  readonly rule:
    | 'floor'
    | 'type only'
    | 'package'
    | 'room'
    | 'index only'
    | 'sole importer'
    | 'spelling'
    | 'missing'
    | 'thread'
    | 'cycle'
    | 'unreadable'
    | 'place';
  readonly text: string;
}

const code = /\.tsx?$/;
/** What may lie under src/ beside code. */
const companions = /\.(css|json|md|svg)$/;

/**
 * Every breach of the import law.
 * @param files everything under `src/`: path below it → content (only code is read)
 */
export function findBreaches(files: ReadonlyMap<string, string>): {
  readonly breaches: Breach[];
  readonly read: number;
} {
  const breaches: Breach[] = [];
  const edges = new Map<string, string[]>();
  let read = 0;

  for (const [path, source] of files) {
    const floor = floorOf(path);
    if (!floor) {
      breaches.push({ at: path, rule: 'place', text: 'lies on no floor' });
      continue;
    }
    if (companions.test(path)) continue;
    if (!code.test(path)) {
      breaches.push({ at: path, rule: 'place', text: 'is neither .ts, .tsx nor .css, .json, .svg, .md' });
      continue;
    }
    let facts: FileFacts;
    try {
      facts = readImports(path, source);
    } catch (error) {
      breaches.push({ at: path, rule: 'unreadable', text: String(error) });
      continue;
    }
    if (facts.unreadable.length === 0) read += 1;
    for (const text of facts.unreadable) breaches.push({ at: path, rule: 'unreadable', text });

    if (floor !== threadFloor) {
      for (const line of facts.startsThread) {
        breaches.push({ at: `${path}:${line}`, rule: 'thread', text: `starts a worker outside ${threadFloor}/` });
      }
    }
    const known: string[] = [];
    for (const reference of facts.references) {
      const judged = judge(path, floor, reference, files);
      if (judged.breach) breaches.push({ at: `${path}:${reference.line}`, ...judged.breach });
      if (judged.target && !reference.typeOnly && reference.form !== 'address') known.push(judged.target);
    }
    edges.set(path, known);
  }
  for (const cycle of findCycles(edges)) {
    breaches.push({ at: cycle[0] ?? '', rule: 'cycle', text: [...cycle, cycle[0]].join(' → ') });
  }
  return { breaches, read };
}

interface Judgement {
  readonly breach?: Pick<Breach, 'rule' | 'text'>;
  /** The file under `src/` it leads to. */
  readonly target?: string;
}

function judge(path: string, floor: Floor, reference: Reference, files: ReadonlyMap<string, string>): Judgement {
  const { specifier } = reference;
  const [bare = '', query = ''] = specifier.split('?', 2);

  if (reference.form === 'glob') {
    const packaged = /^\/node_modules\/([^*{]*)/.exec(bare)?.[1];
    if (packaged !== undefined) {
      // Files of packages (fonts): the part before the first pattern must lie within what the floor may use.
      const allowed = layers[floor].packages.some((entry) =>
        entry.endsWith('*') ? packaged.startsWith(entry.slice(0, -1)) : `${packaged}/`.startsWith(`${entry}/`),
      );
      return allowed ? {} : { breach: { rule: 'package', text: `${floor} may not use ${packaged}` } };
    }
    return /^\.\/(?!.*\.\.)/.test(bare)
      ? {}
      : { breach: { rule: 'spelling', text: `globs only below its own folder, not ${specifier}` } };
  }
  if (bare.startsWith('#')) {
    const target = `${bare.slice(1)}.ts`;
    const other = floorOf(target);
    if (!other) return { breach: { rule: 'floor', text: `${specifier} names no floor` } };
    if (other === floor) {
      return { breach: { rule: 'spelling', text: `${specifier}: inside a floor, relative paths` }, target };
    }
    if (!files.has(target)) return { breach: { rule: 'missing', text: `${specifier} leads to no file` } };
    const breach = judgeFloor(floor, other, reference);
    return breach ? { breach, target } : { target };
  }
  if (bare.startsWith('.')) {
    const target = posix.join(posix.dirname(path), bare);
    const other = floorOf(target);
    if (!other) return { breach: { rule: 'floor', text: `${specifier} leaves src/` } };
    if (!files.has(target)) return { breach: { rule: 'missing', text: `${specifier} leads to no file` } };
    if (other !== floor) {
      // The address of a worker's entry: the bundler needs the path itself, and no code of it is called.
      const isAddress = reference.form === 'address' || query.split('&').includes('url');
      if (other === 'workers' && isAddress && layers[floor].floors.includes('workers')) return {};
      return { breach: { rule: 'spelling', text: `${specifier}: between floors, #${other}/…` }, target };
    }
    const breach = judgeRoom(path, target);
    return breach ? { breach, target } : { target };
  }
  if (reference.form === 'address')
    return { breach: { rule: 'spelling', text: `${specifier} is no relative address` } };
  const breach = judgePackage(path, floor, bare);
  return breach ? { breach } : {};
}

function judgeFloor(from: Floor, to: Floor, reference: Reference): Judgement['breach'] {
  const layer = layers[from];
  if (layer.floors.includes(to)) return undefined;
  if (layer.types.includes(to)) {
    return reference.typeOnly
      ? undefined
      : {
          rule: 'type only',
          text: `${from} may know only types of ${to}: import type … from '${reference.specifier}'`,
        };
  }
  return { rule: 'floor', text: `${from} may not know ${to} (${reference.specifier})` };
}

function judgeRoom(path: string, target: string): Judgement['breach'] {
  const floor = floorOf(path);
  if (!floor || !roomedFloors.includes(floor)) return undefined;
  const from = roomOf(path);
  const to = roomOf(target);
  if (from === undefined) return undefined;
  if (to === undefined) {
    return posix.basename(target) === 'index.ts'
      ? { rule: 'room', text: `${from} imports the list it stands in (${target})` }
      : undefined;
  }
  if (from === to || groundRooms.includes(to)) return undefined;
  if (combiningRooms.includes(from)) {
    return posix.basename(target) === 'index.ts' && posix.dirname(target) === to
      ? undefined
      : { rule: 'index only', text: `${from} reaches past ${to}/index.ts (${target})` };
  }
  return { rule: 'room', text: `${from} imports its neighbour ${to}: move what both need one floor down` };
}

function judgePackage(path: string, floor: Floor, specifier: string): Judgement['breach'] {
  const name = specifier.startsWith('@') ? specifier.split('/', 2).join('/') : (specifier.split('/', 1)[0] ?? '');
  const allowed = layers[floor].packages.some((entry) =>
    entry.endsWith('*') ? name.startsWith(entry.slice(0, -1)) : entry === name,
  );
  if (!allowed) return { rule: 'package', text: `${floor} may not use ${name}` };
  const sole = soleImporters[name];
  if (sole && !path.startsWith(`${sole}/`)) return { rule: 'sole importer', text: `only ${sole} may use ${name}` };
  return undefined;
}

export function floorOf(path: string): Floor | undefined {
  const [first, ...rest] = path.split('/');
  return rest.length > 0 ? floors.find((floor) => floor === first) : undefined;
}

/** `views/table` of `views/table/grid.tsx`; nothing for a file at the floor's own level. */
function roomOf(path: string): string | undefined {
  const parts = path.split('/');
  return parts.length > 2 ? parts.slice(0, 2).join('/') : undefined;
}

/** One cycle for each knot of files that import each other at run time (Tarjan's strongly connected components). */
function findCycles(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const cycles: string[][] = [];

  const visit = (file: string): void => {
    index.set(file, index.size);
    low.set(file, index.get(file) ?? 0);
    stack.push(file);
    onStack.add(file);
    for (const next of edges.get(file) ?? []) {
      if (!index.has(next)) {
        visit(next);
        low.set(file, Math.min(low.get(file) ?? 0, low.get(next) ?? 0));
      } else if (onStack.has(next)) {
        low.set(file, Math.min(low.get(file) ?? 0, index.get(next) ?? 0));
      }
    }
    if (low.get(file) === index.get(file)) {
      const knot = stack.splice(stack.indexOf(file));
      for (const member of knot) onStack.delete(member);
      if (knot.length > 1 || (edges.get(file) ?? []).includes(file)) cycles.push(knot.sort());
    }
  };
  for (const file of edges.keys()) if (!index.has(file)) visit(file);
  return cycles;
}
