import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { type PackedGraph, packGraph } from '#analysis/graph/packed-graph';

const DATA = join(import.meta.dirname, '../data');

/** The blocks of an `expected.json`, as far as these tests read them. */
export interface Block {
  readonly graph: { readonly nodes: number; readonly edges: number; readonly components: { readonly sizes: number[] } };
  readonly node_metrics: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly communities: Readonly<Record<string, { readonly modularity?: number; readonly Q?: number }>>;
}

export interface Network {
  readonly name: string;
  readonly graph: PackedGraph;
  /** The same without its weights. */
  readonly plain: PackedGraph;
  readonly ids: readonly string[];
  readonly block: Block;
}

function rows(path: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(readFileSync(join(DATA, path), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data;
}

function blocks(set: string): Record<string, Block> {
  return JSON.parse(readFileSync(join(DATA, set, 'expected.json'), 'utf8')) as Record<string, Block>;
}

type Row = readonly [source: string, target: string, weight: number | null];

function network(name: string, block: Block, list: readonly Row[], directed = false, alone: string[] = []): Network {
  const index = new Map<string, number>();
  const of = (id: string) => {
    const at = index.get(id) ?? index.size;
    index.set(id, at);
    return at;
  };
  for (const id of alone) of(id);
  const source = list.map(([s]) => of(s));
  const target = list.map(([, t]) => of(t));
  const weighted = list.some(([, , w]) => w !== null);
  const weight = weighted ? list.map(([, , w]) => w ?? 1) : undefined;
  const graph = packGraph({ nodeCount: index.size, source, target, weight, directed });
  const plain = packGraph({ nodeCount: index.size, source, target, directed });
  return { name, graph, plain, ids: [...index.keys()], block };
}

function weighted(path: string, column: string): Row[] {
  return rows(path).map((r) => [r.source!, r.target!, Number(r[column])]);
}

/** Every network of the test data that has checked figures: connected and not, weighted and not, directed and not, with isolates, with parallel rows. */
export function publishedNetworks(): Network[] {
  const all: Network[] = [];
  const oracles = blocks('algorithm_oracles');
  for (const name of ['krackhardt_kite', 'florentine_families', 'burt_holes_borgatti1997']) {
    all.push(network(name, oracles[name]!, weighted(`algorithm_oracles/${name}.csv`, 'weight')));
  }
  all.push(
    network('koschade', blocks('koschade_bali2002').undirected!, weighted('koschade_bali2002/edges.csv', 'weight')),
  );
  const caviar = blocks('caviar');
  const total = weighted('caviar/total_edges_directed.csv', 'calls');
  all.push(network('caviar total', caviar.total_undirected_sum!, total));
  all.push(network('caviar total directed', caviar.total_directed!, total, true));
  const calls = rows('caviar/phases_edges.csv');
  for (let phase = 1; phase <= 11; phase++) {
    const list = calls
      .filter((r) => r.phase === String(phase))
      .map((r): Row => [r.source!, r.target!, Number(r.calls)]);
    all.push(network(`caviar phase ${phase}`, caviar[`phase${phase}_undirected_sum`]!, list));
    all.push(network(`caviar phase ${phase} directed`, caviar[`phase${phase}_directed`]!, list, true));
  }
  const oversize = blocks('oversize_drug_mafia');
  const persons = rows('oversize_drug_mafia/nodes.csv').map((r) => r.id!);
  const layers = rows('oversize_drug_mafia/edges_layers.csv');
  for (const layer of ['wiretap_records', 'arrest_warrant', 'judgment']) {
    const list = layers.filter((r) => r.layer === layer).map((r): Row => [r.source!, r.target!, null]);
    all.push(network(`oversize ${layer}`, oversize[layer]!, list, false, persons));
  }
  const boston = JSON.parse(readFileSync(join(DATA, 'paul_revere_1772/expected.json'), 'utf8')) as {
    person_projection: Block;
  };
  all.push(network('boston 1772 persons', boston.person_projection, personProjection()));
  return all;
}

/** Persons tied by each organisation they share: one row per person, person and organisation, so that parallel rows abound. */
function personProjection(): Row[] {
  const members = rows('paul_revere_1772/PaulRevereAppD.csv').map((r) => Object.entries(r));
  const list: Row[] = [];
  members.forEach((a, i) => {
    for (const b of members.slice(i + 1)) {
      for (let g = 1; g < a.length; g++) if (a[g]![1] === '1' && b[g]![1] === '1') list.push([a[0]![1], b[0]![1], 1]);
    }
  });
  return list;
}
