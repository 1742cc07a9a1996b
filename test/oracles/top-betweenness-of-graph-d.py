#!/usr/bin/env python3
"""The twenty nodes of highest betweenness in the bench's largest graph, exactly, by igraph: what sampled betweenness is held against in the bench.

Run: node test/bench/graphs.mjs graph d /tmp/d.csv && python3 test/oracles/top-betweenness-of-graph-d.py /tmp/d.csv > test/data/oracles/top-betweenness-of-graph-d.json
Takes minutes of one core. Needs python3-igraph; the bench needs neither.
"""
import csv
import json
import sys

import igraph

number = {}
edges = []
with open(sys.argv[1], newline="") as rows:
    table = csv.reader(rows)
    next(table)
    for source, target, _ in table:
        edges.append(tuple(number.setdefault(end, len(number)) for end in (source, target)))
names = list(number)
values = igraph.Graph(n=len(names), edges=edges, directed=False).betweenness(directed=False)
order = sorted(range(len(names)), key=lambda i: -values[i])[:20]
print(json.dumps(
    {
        "graph": "d of test/bench/graphs.mjs, seed 20260101",
        "script": f"exact betweenness, undirected, without weights, not normalised; igraph {igraph.__version__}",
        "top20": [names[i] for i in order],
        "values": [values[i] for i in order],
    },
    indent=1,
))
