"""Figures of paths by networkx, and by counting out where networkx has none: python3 test/oracles/paths.py > test/data/oracles/paths.json"""

import itertools
import json
import random

import networkx as nx

WEIGHTS = [0.25, 0.5, 1, 2, 4]


def rows_of(rng, n, m):
    return [[rng.randrange(n), rng.randrange(n), rng.choice(WEIGHTS), rng.random() < 0.4] for _ in range(m)]


def graph_of(n, rows, arrows, length):
    g = nx.DiGraph() if arrows else nx.Graph()
    g.add_nodes_from(range(n))
    for u, v, w, arrow in rows:
        if u == v:
            continue
        for a, b in [(u, v)] if not arrows or arrow else [(u, v), (v, u)]:
            if g.has_edge(a, b):
                known = g[a][b]["w"]
                g[a][b]["w"] = known + w if length == "inverse" else min(known, w)
            else:
                g.add_edge(a, b, w=w)
    for _, _, d in g.edges(data=True):
        d["length"] = 1 if length == "links" else 1 / d["w"] if length == "inverse" else d["w"]
    return g


def shapes(rng):
    yield "one node", 1, []
    yield "empty", 4, []
    yield "path", 6, [[i, i + 1, 1, False] for i in range(5)]
    yield "star", 6, [[0, i, 1, False] for i in range(1, 6)]
    yield "complete", 6, [[i, j, 1, False] for i, j in itertools.combinations(range(6), 2)]
    yield "grid", 12, [[r * 4 + c, r * 4 + c + 1, 1, False] for r in range(3) for c in range(3)] + [
        [r * 4 + c, r * 4 + c + 4, 1, False] for r in range(2) for c in range(4)
    ]
    for i in range(40):
        n = rng.randrange(2, 11)
        yield f"random {i}", n, rows_of(rng, n, rng.randrange(0, 2 * n + 4))


def paths_of(g, s, t):
    found = [] if s == t else [
        [round(sum(g[a][b]["length"] for a, b in zip(p, p[1:])), 12), p] for p in nx.all_simple_paths(g, s, t)
    ]
    return sorted(found, key=lambda f: (f[0], len(f[1]), f[1]))


def connecting(g, chosen):
    pairs = {}
    share = {}
    for s, t in itertools.combinations(chosen, 2):
        if not nx.has_path(g, s, t):
            continue
        found = list(nx.all_shortest_paths(g, s, t, weight="length"))
        for v in set(v for p in found for v in p[1:-1]):
            pairs[v] = pairs.get(v, 0) + 1
            share[v] = share.get(v, 0) + sum(v in p for p in found) / len(found)
    return [[v, pairs[v], share[v]] for v in sorted(pairs)]


def main():
    rng = random.Random(20261122)
    cases = []
    for name, n, rows in shapes(rng):
        for arrows, length in itertools.product([False, True], ["links", "inverse", "same"]):
            g = graph_of(n, rows, arrows, length)
            s, t = 0, n - 1
            found = paths_of(g, s, t)
            flat = graph_of(n, rows, False, "links")
            chosen = [0, n // 2, n - 1]
            cases.append({
                "name": name,
                "n": n,
                "rows": rows,
                "arrows": arrows,
                "length": length,
                "paths": found[:12],
                "within3": sum(len(p) <= 4 for _, p in found),
                "within4": sum(len(p) <= 5 for _, p in found),
                **({
                    "connecting": connecting(g, sorted(set(chosen))),
                } if not arrows else {}),
                **({
                    "ego2": sorted(nx.ego_graph(flat, 0, radius=2).nodes),
                    "common": sorted(nx.common_neighbors(flat, s, t)) if n > 1 else [],
                } if not arrows and length == "links" else {}),
            })
    # Times are instants: a way in time is a way in the network of (node, instant).
    timed = []
    for i in range(60):
        n = rng.randrange(2, 8)
        contacts = [
            [rng.randrange(n), rng.randrange(n), rng.randrange(0, 12), rng.random() < 0.5]
            for _ in range(rng.randrange(1, 16))
        ]
        contacts = [c for c in contacts if c[0] != c[1]]
        for wait in [None, 2]:
            g = nx.DiGraph()
            # Arrival by a contact, then departure by another: nodes are (contact, direction).
            arcs = [(k, u, v, at) for k, (u, v, at, arrow) in enumerate(contacts) for u, v in ([(u, v)] if arrow else [(u, v), (v, u)])]
            for a in arcs:
                if a[1] == 0:
                    g.add_edge("start", a)
                if a[2] == n - 1:
                    g.add_edge(a, ("end", a[3]))
                for b in arcs:
                    if a[2] == b[1] and 0 <= b[3] - a[3] and (wait is None or b[3] - a[3] <= wait):
                        g.add_edge(a, b)
            ends = sorted(e[1] for e in g.nodes if e[0] == "end" and "start" in g and nx.has_path(g, "start", e))
            arrival = ends[0] if ends else None
            links = nx.shortest_path_length(g, "start", ("end", arrival)) - 1 if ends else None
            timed.append({"n": n, "contacts": contacts, "wait": wait, "arrival": arrival, "links": links})
    print("{\"cases\": [\n" + ",\n".join(json.dumps(c) for c in cases) + "\n],\n\"timed\": [\n"
          + ",\n".join(json.dumps(c) for c in timed) + "\n]}")


main()
