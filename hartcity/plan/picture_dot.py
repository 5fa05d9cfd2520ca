"""The plan as a picture, in Graphviz's DOT language: service user, needs, services in order, organizations."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from itertools import pairwise

from hartcity.model import ServicePlan
from hartcity.plan.answering import links
from hartcity.plan.names import same_organization
from hartcity.plan.services import Placed, planned
from hartcity.plan.setting import day
from hartcity.plan.wording import says_something


_WIDTH = 26
_MOST_LINES = 5
_COLORS = {"user": "#d8ebe8", "need": "#f5ead2", "service": "#dfe8f5", "organization": "#ebe3f4"}
_LINE = "#6b7a80"


def in_order(plan: ServicePlan) -> tuple[Placed, ...]:
    """Return the planned services by their start dates; those without one come last, as they stand in the plan."""
    return tuple(
        sorted(planned(plan), key=lambda one: (one.service.start if day(one.service.start) else "~", one.number))
    )


def when(one: Placed) -> str:
    """Return a service's start and review in words, as far as they are known."""
    start, review = day(one.service.start), day(one.service.review)
    parts = (f"from {start:%b} {start.day}" if start else "", f"review {review:%b} {review.day}" if review else "")
    return ", ".join(part for part in parts if part)


def outline(plan: ServicePlan) -> tuple[str, ...]:
    """Return the picture in words, one line a service, in the order of their start.

    The lines have no numbers: a service's number is its place in the plan, which may be another.
    """
    described = ((one.name, one.service.organization.strip(), when(one)) for one in in_order(plan))
    return tuple(" \u2013 ".join(filter(None, parts)) for parts in described)


def picture_dot(plan: ServicePlan, *, background: str = "transparent", is_down: bool = False) -> str:
    """Return the picture of ``plan`` in DOT; the same plan gives the same text.

    It reads from left to right, or, with ``is_down``, from top to bottom, as a narrow screen or page likes it.
    """
    return "\n".join(("digraph plan {", *_style(background, is_down=is_down), *_nodes_and_edges(plan), "}", ""))


def _style(background: str, *, is_down: bool) -> Iterator[str]:
    direction = "TB" if is_down else "LR"
    yield f'  graph [rankdir={direction}, bgcolor="{background}", nodesep=0.3, ranksep=0.55, pad=0.15]'
    yield f'  node [shape=box, style="rounded,filled", fontname="Arial", fontsize=11, color="{_LINE}"]'
    yield f'  edge [color="{_LINE}", arrowsize=0.7]'


def _nodes_and_edges(plan: ServicePlan) -> Iterator[str]:
    yield _node("user", plan.service_user.alias.strip() or "Service user", "user")
    needs = [need.strip() for need in plan.service_user.needs if says_something(need)]
    for number, need in enumerate(needs):
        yield _node(f"need{number}", need, "need")
        yield f"  user -> need{number}"
    organizations: list[str] = []
    ordered, services = in_order(plan), planned(plan)
    linked = links(needs, [one.service for one in services])
    for one in ordered:
        yield _node(f"service{one.number}", "\n".join(filter(None, (one.name, when(one)))), "service")
        own = services.index(one)
        answered = [f"need{number}" for number, places in enumerate(linked) if own in places]
        for source in answered or ["user"]:
            yield f"  {source} -> service{one.number}"
        yield from _organization(one, organizations)
    yield from _side_by_side("service", (one.number for one in ordered))
    yield from _side_by_side("organization", range(len(organizations)))
    for earlier, later in pairwise(ordered):
        yield f"  service{earlier.number} -> service{later.number} [style=dashed, constraint=false]"


def _side_by_side(kind: str, numbers: Iterable[int]) -> Iterator[str]:
    """Keep nodes of one kind in one column, those with nothing before them too."""
    nodes = "; ".join(f"{kind}{number}" for number in numbers)
    if nodes:
        yield f"  {{ rank=same; {nodes} }}"


def _organization(one: Placed, drawn: list[str]) -> Iterator[str]:
    name = one.service.organization.strip()
    if not says_something(name):
        return
    number = next((place for place, known in enumerate(drawn) if same_organization(known, name)), len(drawn))
    if number == len(drawn):
        drawn.append(name)
        yield _node(f"organization{number}", name, "organization")
    yield f"  service{one.number} -> organization{number}"


def _node(name: str, label: str, kind: str) -> str:
    lines = "\n".join(part for line in label.split("\n") for part in _wrapped(line))
    quoted = lines.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'  {name} [label="{quoted}", fillcolor="{_COLORS[kind]}"]'


def _wrapped(line: str) -> list[str]:
    """Break a line for its box; one that is too long ends with dots, so that nobody takes it for the whole."""
    return textwrap.wrap(line, _WIDTH, max_lines=_MOST_LINES, placeholder=" \u2026")
