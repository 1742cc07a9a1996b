#!/usr/bin/env python3
"""Writes test/data/oracles/groups.json: groups of small graphs by networkx, igraph and exact arithmetic.

    python3 test/oracles/groups.py > test/data/oracles/groups.json

Needs Debian's python3-networkx and python3-igraph. Cliques, blocks, core numbers and strong components are networkx's; modularity of given
divisions is networkx's (resolution included; along the arrows where there are any); the best modularity of 50 Leiden runs is igraph's; Girvan and Newman's divisions are counted in
fractions, ties going to the link that comes first by the numbers of its ends, so that they are exact.
"""
import json, random
from fractions import Fraction
import igraph as ig
import networkx as nx

def girvan_newman(n, pairs):
    """All divisions from the components on."""
    left = {u: set() for u in range(n)}
    for u, v in pairs: left[u].add(v); left[v].add(u)
    def parts():
        seen, out = set(), []
        for s in range(n):
            if s in seen: continue
            todo, part = [s], {s}
            while todo:
                for v in left[todo.pop()]:
                    if v not in part: part.add(v); todo.append(v)
            seen |= part; out.append(sorted(part))
        return out
    levels = [parts()]
    while any(left.values()):
        between = {}
        for s in range(n):
            dist, paths, order = {s: 0}, {s: 1}, [s]
            for u in order:
                for v in left[u]:
                    if v not in dist: dist[v] = dist[u] + 1; paths[v] = 0; order.append(v)
                    if dist[v] == dist[u] + 1: paths[v] += paths[u]
            share = {u: Fraction(0) for u in order}
            for v in reversed(order):
                for u in left[v]:
                    if dist[u] == dist[v] - 1:
                        part = Fraction(paths[u], paths[v]) * (1 + share[v])
                        share[u] += part
                        key = (min(u, v), max(u, v)); between[key] = between.get(key, 0) + part
        most = max(between.values())
        u, v = min(k for k, b in between.items() if b == most)
        left[u].discard(v); left[v].discard(u)
        now = parts()
        if len(now) > len(levels[-1]): levels.append(now)
    return levels

def graphs():
    yield 'empty', 0, False, []
    yield 'one', 1, False, []
    yield 'isolates', 4, False, []
    yield 'path', 6, False, [(i, i + 1) for i in range(5)]
    yield 'star', 7, False, [(0, i) for i in range(1, 7)]
    yield 'complete', 6, False, [(i, j) for i in range(6) for j in range(i)]
    yield 'grid', 12, False, [(u, v) for u, v in nx.convert_node_labels_to_integers(nx.grid_2d_graph(3, 4)).edges()]
    yield 'karate', 34, False, list(nx.karate_club_graph().edges())
    yield 'ring of cliques', 20, False, list(nx.ring_of_cliques(5, 4).edges())
    yield 'moon moser', 9, False, [(i, j) for i in range(9) for j in range(i) if i // 3 != j // 3]
    yield 'cycle one way', 5, True, [(i, (i + 1) % 5) for i in range(5)]
    r = random.Random(7)
    for k in range(24):
        n = r.randint(5, 26); m = r.randint(n // 2, 3 * n); directed = k % 3 == 2
        edges = set()
        for _ in range(m):
            u, v = r.randrange(n), r.randrange(n)
            if u == v or (u, v) in edges or (not directed and (v, u) in edges): continue
            edges.add((u, v))
        yield f'random {k}', n, directed, sorted(edges)

def main():
    r = random.Random(11)
    out = []
    for name, n, directed, pairs in graphs():
        weights = [r.choice([0.5, 1, 2, 3.25]) for _ in pairs]
        g = nx.Graph(); g.add_nodes_from(range(n))
        for (u, v), w in zip(pairs, weights):
            before = g[u][v]['weight'] if g.has_edge(u, v) else 0
            g.add_edge(u, v, weight=before + w)
        d = nx.DiGraph() if directed else g
        if directed: d.add_nodes_from(range(n)); d.add_weighted_edges_from((u, v, w) for (u, v), w in zip(pairs, weights))
        row = {'name': name, 'n': n, 'directed': directed, 'edges': [[u, v, w] for (u, v), w in zip(pairs, weights)]}
        row['cliques'] = sorted(sorted(c) for c in nx.find_cliques(g) if len(c) > 1) if n else []
        row['blocks'] = sorted(sorted(b) for b in nx.biconnected_components(g))
        row['coreness'] = [c for _, c in sorted(nx.core_number(g).items())] if n else []
        row['strong'] = sorted(sorted(c) for c in (nx.strongly_connected_components(d) if directed else nx.connected_components(g)))
        if g.number_of_edges():
            row['divisions'] = []
            for k in (1, 2, 4):
                of = [r.randrange(k) for _ in range(n)]
                parts = [s for s in ({i for i in range(n) if of[i] == c} for c in range(k)) if s]
                for resolution in (0.5, 1, 2):
                    row['divisions'].append({'of': of, 'resolution': resolution,
                        'plain': nx.community.modularity(g, parts, weight=None, resolution=resolution),
                        'weighted': nx.community.modularity(g, parts, weight='weight', resolution=resolution),
                        **({'along': nx.community.modularity(d, parts, weight=None, resolution=resolution),
                            'alongWeighted': nx.community.modularity(d, parts, weight='weight', resolution=resolution)} if directed else {})})
            h = ig.Graph(n=n, edges=list(g.edges())); h.es['weight'] = [w for _, _, w in g.edges(data='weight')]
            random.seed(1); ig.set_random_number_generator(random)
            best = {}
            for kind, w in (('plain', None), ('weighted', 'weight')):
                best[kind] = max(h.modularity(h.community_leiden(objective_function='modularity', weights=w, n_iterations=-1).membership, weights=w) for _ in range(50))
            row['leiden'] = best
            row['girvanNewman'] = girvan_newman(n, list(g.edges()))
        out.append(row)
    print(json.dumps({'tools': {'networkx': nx.__version__, 'igraph': ig.__version__}, 'graphs': out}, separators=(',', ':')))

main()
