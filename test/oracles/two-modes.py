"""Projections of two-mode networks by networkx: python3 test/oracles/two-modes.py > test/data/oracles/two-modes.json

Boston: persons by the organisations they share (strength and degree of each). Small ones: every pair with its weight; rows may be said twice, and
some link two of one kind, which no projection knows.
"""

import csv
import json
import random
from pathlib import Path

import networkx as nx
from networkx.algorithms import bipartite

DATA = Path(__file__).resolve().parents[1] / "data"


def graph_of(persons, events, rows):
    g = nx.Graph()
    g.add_nodes_from(persons)
    g.add_nodes_from(events)
    g.add_edges_from((u, v) for u, v in rows if (u in events) != (v in events))
    return g


def projections(g, persons):
    return {
        "shared": bipartite.weighted_projected_graph(g, persons),
        "newman": bipartite.collaboration_weighted_projected_graph(g, persons),
    }


def boston():
    with open(DATA / "paul_revere_1772" / "PaulRevereAppD.csv", newline="") as file:
        header, *records = csv.reader(file)
    events = header[1:]
    persons = [r[0] for r in records]
    rows = [(r[0], e) for r in records for e, there in zip(events, r[1:]) if there == "1"]
    g = graph_of(persons, set(events), rows)
    return {
        name: {
            "edges": p.number_of_edges(),
            "strength": {n: round(s, 12) for n, s in sorted(p.degree(weight="weight"))},
            "degree": dict(sorted(p.degree())),
        }
        for name, p in projections(g, persons).items()
    }


def small():
    rng = random.Random(4)
    for _ in range(30):
        persons = [f"p{i}" for i in range(rng.randrange(1, 8))]
        events = [f"e{i}" for i in range(rng.randrange(1, 6))]
        rows = [[rng.choice(persons), rng.choice(events)] for _ in range(rng.randrange(0, 16))]
        rows = [row[::-1] if rng.random() < 0.4 else row for row in rows]
        rows += [[rng.choice(side), rng.choice(side)] for side in (persons, events) if rng.random() < 0.5]
        rng.shuffle(rows)
        g = graph_of(persons, set(events), rows)
        made = projections(g, persons)
        yield {
            "persons": persons,
            "events": events,
            "rows": rows,
            "across": sum((u in events) != (v in events) for u, v in rows),
            **{name: sorted([*sorted([u, v]), round(w, 12)] for u, v, w in p.edges(data="weight")) for name, p in made.items()},
        }


cases = ",\n".join(json.dumps(case) for case in small())
print(f'{{"networkx": "{nx.__version__}", "boston": {json.dumps(boston())}, "small": [\n{cases}\n]}}')
