"""The graph of a trained model, run node by node: dask plans it anew for each message and each step of a dialogue."""
from __future__ import annotations

from graphlib import TopologicalSorter
from typing import Any
from weakref import WeakKeyDictionary

from rasa.engine.exceptions import GraphRunError
from rasa.engine.runner.dask import DaskGraphRunner

_plans: WeakKeyDictionary[DaskGraphRunner, dict[tuple[str, ...], list[str]]] = WeakKeyDictionary()


def run(self: DaskGraphRunner, inputs: dict[str, Any] | None = None, targets: list[str] | None = None) -> dict[str, Any]:
    """The outputs of the targets (name: output), as `DaskGraphRunner.run` gives them. GraphRunError: an input named as a node."""
    wanted = tuple(targets or self._graph_schema.target_names)
    done: dict[str, tuple[str, Any]] = {name: (name, value) for name, value in (inputs or {}).items()}
    for name in _plan(self, wanted):
        if name in done:
            raise GraphRunError(f"Input value '{name}' clashes with a node name.")
        needs = self._graph_schema.nodes[name].needs.values()
        done[name] = self._instantiated_nodes[name](*(done.get(need, need) for need in needs))
    return dict(done[name] for name in wanted)


def _plan(runner: DaskGraphRunner, wanted: tuple[str, ...]) -> list[str]:
    """The nodes that the targets need, each after those it needs itself; worked out once."""
    plans = _plans.setdefault(runner, {})
    if wanted not in plans:
        nodes = runner._graph_schema.minimal_graph_schema(list(wanted)).nodes
        needed = {name: [need for need in node.needs.values() if need in nodes] for name, node in nodes.items()}
        plans[wanted] = list(TopologicalSorter(needed).static_order())
    return plans[wanted]
