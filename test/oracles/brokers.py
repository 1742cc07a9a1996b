#!/usr/bin/env python3
"""Figures for brokers and whole networks by networkx and igraph, for comparison in the tests.

Run: python3 test/oracles/brokers.py > test/data/oracles/brokers.json
Needs python3-networkx and python3-igraph; the tests need neither. Same versions, same file.
"""
import json
import random

import igraph
import networkx as nx

GROUPS = 3


def number(x):
    """None where a figure is not defined."""
    return None if x is None or x != x else float(x)


def shapes():
    yield "empty", 4, []
    yield "pair and isolate", 3, [(0, 1)]
    yield "path", 7, [(i, i + 1) for i in range(6)]
    yield "star", 7, [(0, i) for i in range(1, 7)]
    yield "ring", 6, [(i, (i + 1) % 6) for i in range(6)]
    yield "complete", 6, [(i, j) for i in range(6) for j in range(i)]
    yield "grid", 12, [(4 * r + c, 4 * r + c + 1) for r in range(3) for c in range(3)] + [
        (4 * r + c, 4 * r + c + 4) for r in range(2) for c in range(4)
    ]
    yield "two pieces", 9, [(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 6), (6, 3), (3, 5)]
    random.seed(20061)
    for k in range(12):
        n = random.randint(6, 24)
        p = random.choice([0.1, 0.2, 0.35])
        yield f"random {k}", n, [(i, j) for i in range(n) for j in range(n) if i != j and random.random() < p]


def centralisation(values, most):
    return number(sum(max(values) - v for v in values) / most) if most > 0 else None


def undirected(n, edges, weights, groups):
    g = nx.Graph()
    g.add_nodes_from(range(n))
    for (u, v), w in zip(edges, weights):
        if g.has_edge(u, v):
            g[u][v]["weight"] += w
        else:
            g.add_edge(u, v, weight=w)
    nx.set_node_attributes(g, dict(enumerate(groups)), "group")
    ig = igraph.Graph(n=n, edges=list(g.edges()))
    out = {
        "effective_size": [number(nx.effective_size(g, [i])[i]) for i in range(n)],
        "effective_size_weighted": [number(nx.effective_size(g, [i], weight="weight")[i]) for i in range(n)],
        "constraint_weighted": [number(nx.constraint(g, [i], weight="weight")[i]) for i in range(n)],
        "density": number(nx.density(g)),
        "components": nx.number_connected_components(g),
        "transitivity": number(ig.transitivity_undirected(mode="nan")),
        "mean_clustering": number(nx.average_clustering(g)),
        "diameter": ig.diameter(unconn=True) if g.number_of_edges() else None,
        "mean_distance": number(ig.average_path_length(unconn=True)) if g.number_of_edges() else None,
        "efficiency_global": number(nx.global_efficiency(g)),
        "degree_assortativity": number(ig.assortativity_degree(directed=False)) if g.number_of_edges() else None,
        "group_assortativity": number(ig.assortativity_nominal(groups, directed=False)) if g.number_of_edges() else None,
        "degree_histogram": nx.degree_histogram(g),
    }
    out["degree_centralisation"] = centralisation(ig.degree(), (n - 1) * (n - 2))
    out["betweenness_centralisation"] = centralisation(ig.betweenness(directed=False), (n - 1) ** 2 * (n - 2) / 2)
    connected = nx.is_connected(g)
    out["closeness_centralisation"] = (
        centralisation(ig.closeness(normalized=True), (n - 1) * (n - 2) / (2 * n - 3)) if connected else None
    )
    return out


def directed(n, edges, groups):
    g = nx.DiGraph()
    g.add_nodes_from(range(n))
    g.add_edges_from(edges)
    ig = igraph.Graph(n=n, edges=list(g.edges()), directed=True)
    arcs = g.number_of_edges()
    return {
        "density": number(nx.density(g)),
        "weak_components": nx.number_weakly_connected_components(g),
        "strong_components": nx.number_strongly_connected_components(g),
        "reciprocity": number(ig.reciprocity()) if arcs else None,
        "diameter": ig.diameter(directed=True, unconn=True) if arcs else None,
        "mean_distance": number(ig.average_path_length(directed=True, unconn=True)) if arcs else None,
        "in_degree_centralisation": centralisation(ig.indegree(), (n - 1) ** 2),
        "out_degree_centralisation": centralisation(ig.outdegree(), (n - 1) ** 2),
        "betweenness_centralisation": centralisation(ig.betweenness(directed=True), (n - 1) ** 2 * (n - 2)),
        "degree_assortativity": number(ig.assortativity_degree(directed=True)) if arcs else None,
        "group_assortativity": number(ig.assortativity_nominal(groups, directed=True)) if arcs else None,
    }


def main():
    random.seed(1)
    graphs = []
    for name, n, edges in shapes():
        weights = [random.choice([0.5, 1, 2, 3]) for _ in edges]
        groups = [random.randrange(GROUPS) for _ in range(n)]
        graphs.append(
            {
                "name": name,
                "nodes": n,
                "edges": edges,
                "weights": weights,
                "groups": groups,
                "undirected": undirected(n, edges, weights, groups),
                "directed": directed(n, edges, groups),
            }
        )
    print(
        json.dumps(
            {
                "made_by": "test/oracles/brokers.py",
                "networkx": nx.__version__,
                "igraph": igraph.__version__,
                "graphs": graphs,
            }
        )
    )


main()
