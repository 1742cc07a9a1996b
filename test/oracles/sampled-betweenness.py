"""Exact betweenness by igraph of a network of middle size, along arrows and without: python3 test/oracles/sampled-betweenness.py > test/data/oracles/sampled-betweenness.json

What the sampled figures are held against. Newcomers tie themselves to ends of links drawn before, so that a few have very many; a ring stands apart.
"""

import json
import random

import igraph

RING = 40


def links(n, per, rng):
    ends = [0]
    rows = []
    for i in range(1, n):
        for _ in range(per):
            other = rng.choice(ends)
            rows.append([i, other] if rng.random() < 0.5 else [other, i])
            ends += [i, other]
    simple = sorted({(u, v) for u, v in rows if u != v})
    return [list(row) for row in simple] + [[n + i, n + (i + 1) % RING] for i in range(RING)]


rng = random.Random(20260101)
n = 560
rows = links(n, 2, rng)
g = igraph.Graph(n=n + RING, edges=rows, directed=True)
plain = g.as_undirected(mode="collapse")
figures = {
    "igraph": igraph.__version__,
    "nodes": n + RING,
    "rows": rows,
    "directed": [round(x, 9) for x in g.betweenness(directed=True)],
    "undirected": [round(x, 9) for x in plain.betweenness(directed=False)],
}
print(json.dumps(figures))
