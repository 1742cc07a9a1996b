"""Figures of networkx and igraph for measures of nodes and links, kept in test/data/oracles/node-measures.json.

    /usr/bin/python3 test/oracles/node-measures.py > test/data/oracles/node-measures.json

Needs python3-networkx, python3-igraph and python3-numpy. The graphs are drawn by a seeded generator: in pieces, weighted, directed, with
parallel lines, with loops. Lines are [source, target, weight]; every figure says which program and which call it comes from.
"""
import json
import random

import igraph as ig
import networkx as nx
import numpy as np


def lines(n, m, seed, parallel=False, loops=False, pieces=1):
    chance = random.Random(seed)
    seen = set()
    rows = []
    size = n // pieces
    while len(rows) < m:
        piece = chance.randrange(pieces)
        u = piece * size + chance.randrange(size)
        v = piece * size + chance.randrange(size)
        if u == v and not loops:
            continue
        if not parallel and ((u, v) in seen or (v, u) in seen):
            continue
        seen.add((u, v))
        rows.append([u, v, chance.choice([1, 2, 3, 5, 8])])
    return rows


GRAPHS = [
    ("connected", dict(n=14, m=26, seed=1), False),
    ("in pieces", dict(n=18, m=22, seed=2, pieces=3), False),
    ("dense", dict(n=12, m=50, seed=3), False),
    ("tree-like", dict(n=20, m=17, seed=4), False),
    ("parallel and loops", dict(n=12, m=34, seed=5, parallel=True, loops=True), False),
    ("directed", dict(n=14, m=34, seed=6), True),
    ("directed in pieces", dict(n=18, m=30, seed=7, pieces=3), True),
    ("directed, parallel and loops", dict(n=12, m=40, seed=8, parallel=True, loops=True), True),
]


def simple(n, rows, directed):
    """As the house packs it: loops left out, parallel lines merged and their weights added."""
    g = nx.DiGraph() if directed else nx.Graph()
    g.add_nodes_from(range(n))
    for u, v, w in rows:
        if u == v:
            continue
        if g.has_edge(u, v):
            g[u][v]["weight"] += w
        else:
            g.add_edge(u, v, weight=w)
    for u, v in g.edges:
        g[u][v]["length"] = 1 / g[u][v]["weight"]
    return g


def column(values, n):
    found = [values.get(i) if isinstance(values, dict) else values[i] for i in range(n)]
    return [None if x is None or x != x else round(float(x), 12) for x in found]


def on_links(values, g, directed):
    return [[u, v, round(float(x), 12)] for (u, v), x in values.items()]


def figures(n, rows, directed):
    g = simple(n, rows, directed)
    back = g.reverse() if directed else g
    h = ig.Graph(n=n, edges=list(g.edges), directed=directed)
    h.es["weight"] = [g[u][v]["weight"] for u, v in g.edges]
    many = ig.Graph(n=n, edges=[(u, v) for u, v, _ in rows], directed=directed)
    none = ig.Graph(n=n, edges=[(u, v) for u, v, _ in rows if u != v], directed=directed)
    out = []

    def say(measure, parameters, values, source, tolerance=1e-9, weighted=False, of="nodes"):
        out.append(
            dict(measure=measure, parameters=parameters, weighted=weighted, of=of, source=source, tolerance=tolerance, values=values)
        )

    for weighted, length in ((False, None), (True, "length")):
        how = dict(length="inverse") if weighted else {}
        for normalised in (False, True):
            say("betweenness", {**how, "normalised": normalised}, column(nx.betweenness_centrality(g, normalized=normalised, weight=length), n), "networkx betweenness_centrality", weighted=weighted)
            say("link-betweenness", {**how, "normalised": normalised}, on_links(nx.edge_betweenness_centrality(g, normalized=normalised, weight=length), g, directed), "networkx edge_betweenness_centrality", weighted=weighted, of="links")
        say("closeness", {**how}, column(nx.closeness_centrality(g, distance=length), n), "networkx closeness_centrality", weighted=weighted)
        say("closeness", {**how, "side": "out"}, column(nx.closeness_centrality(back, distance=length), n), "networkx closeness_centrality of the reverse", weighted=weighted)
        say("harmonic", {**how}, column(nx.harmonic_centrality(g, distance=length), n), "networkx harmonic_centrality", weighted=weighted)
        say("harmonic", {**how, "side": "out"}, column(nx.harmonic_centrality(back, distance=length), n), "networkx harmonic_centrality of the reverse", weighted=weighted)
    alpha = 0.05
    say("katz", {"attenuation": alpha, "attenuation-as": "itself", "scale": "length-1"}, column(nx.katz_centrality_numpy(g, alpha=alpha, weight=None), n), "networkx katz_centrality_numpy")
    say("katz", {"attenuation": 0.01, "attenuation-as": "itself", "scale": "length-1"}, column(nx.katz_centrality_numpy(g, alpha=0.01, weight="weight"), n), "networkx katz_centrality_numpy", weighted=True)
    say("pagerank", {}, column(nx.pagerank(g, tol=1e-15, max_iter=10000, weight="weight"), n), "networkx pagerank", weighted=True)
    # Where the greatest singular value belongs to several vectors the programs give any of them: left out.
    a = nx.to_numpy_array(g, nodelist=range(n), weight="weight")
    s = np.linalg.svd(a, compute_uv=False)
    if s[0] - s[1] > 1e-6:
        u, _, vt = np.linalg.svd(a)
        say("hubs", {"scale": "largest-1"}, column(np.abs(u[:, 0]) / np.abs(u[:, 0]).max(), n), "numpy svd", 1e-6, True)
        say("authorities", {"scale": "sum-1"}, column(np.abs(vt[0]) / np.abs(vt[0]).sum(), n), "numpy svd", 1e-6, True)
        say("hubs", {"scale": "largest-1"}, column(h.hub_score(weights="weight", scale=True), n), "igraph hub_score", 1e-6, True)
    ecc = h.eccentricity(mode="out")
    say("eccentricity", {}, column([x if x > 0 else None for x in ecc], n), "igraph eccentricity")
    for steps in (1, 2, 3):
        say("k-reach", {"steps": steps}, column([x - 1 for x in h.neighborhood_size(order=steps, mode="out")], n), "igraph neighborhood_size")
        say("k-reach", {"steps": steps, "side": "in"}, column([x - 1 for x in h.neighborhood_size(order=steps, mode="in")], n), "igraph neighborhood_size")
    flat = nx.Graph(g)
    parts = nx.number_connected_components(flat)

    def adds(i):
        if flat.degree(i) == 0:
            return 0
        return nx.number_connected_components(flat.subgraph(set(flat) - {i})) - parts

    cut = set(nx.articulation_points(flat))
    say("cut-points", {}, column([adds(i) for i in range(n)], n), "networkx number_connected_components without the node")
    assert cut == {i for i in range(n) if adds(i) > 0}
    bridges = {frozenset(e) for e in nx.bridges(flat)}

    def smaller(u, v):
        if frozenset((u, v)) not in bridges:
            return 0
        rest = flat.copy()
        rest.remove_edge(u, v)
        return min(len(nx.node_connected_component(rest, x)) for x in (u, v))

    say("bridges", {}, [[u, v, smaller(u, v)] for u, v in g.edges], "networkx bridges", of="links")
    for weighted, weight in ((False, None), (True, "weight")):
        if directed:
            break
        for normalised in (False, True):
            values = {}
            for part in nx.connected_components(g):
                if len(part) < 3:
                    values.update({i: 0 for i in part})
                else:
                    values.update(nx.current_flow_betweenness_centrality(g.subgraph(part), normalized=normalised, weight=weight))
            say("current-flow-betweenness", {"normalised": normalised}, column(values, n), "networkx current_flow_betweenness_centrality of each component", weighted=weighted)
    counted = {"parallel": "counted"}
    say("betweenness", counted, column(none.betweenness(), n), "igraph betweenness of the multigraph")
    say("degree", {**counted, "loops": "counted"}, column(many.degree(loops=True), n), "igraph degree of the multigraph")
    say("degree", counted, column(none.degree(), n), "igraph degree of the multigraph")
    say("in-degree", {**counted, "loops": "counted"}, column(many.indegree(loops=True), n), "igraph indegree of the multigraph")
    say("out-degree", {**counted, "loops": "counted"}, column(many.outdegree(loops=True), n), "igraph outdegree of the multigraph")
    return out


def main():
    graphs = []
    for name, how, directed in GRAPHS:
        rows = lines(**how)
        graphs.append(dict(name=name, nodes=how["n"], directed=directed, lines=rows, figures=figures(how["n"], rows, directed)))
    versions = dict(networkx=nx.__version__, igraph=ig.__version__, numpy=np.__version__)
    head = json.dumps(dict(script="test/oracles/node-measures.py", versions=versions))[:-1]
    print(head + ', "graphs": [')
    for k, g in enumerate(graphs):
        top = json.dumps({key: g[key] for key in ("name", "nodes", "directed", "lines")})[:-1]
        print(top + ', "figures": [')
        print(",\n".join(json.dumps(f) for f in g["figures"]))
        print("]}" + ("," if k + 1 < len(graphs) else ""))
    print("]}")


if __name__ == "__main__":
    main()
