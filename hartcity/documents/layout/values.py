"""Lines and pages of print as values, in points."""

from __future__ import annotations

from dataclasses import dataclass


FAR_GAP = 1.9
"""Line distances above this many times that of running text set apart what stands below."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line on a page, in points from its lower left corner. ``first`` is the width of its first word."""

    text: str
    left: float
    right: float
    base: float
    size: float
    first: float


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page in no order, and the page's size in points."""

    lines: tuple[Line, ...]
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Region:
    """Lines that are read one below the other, and how far running text may go to the right."""

    lines: tuple[Line, ...]
    edge: float


@dataclass(frozen=True, slots=True)
class Edges:
    """The words of running heads and feet, each once, in the order of the pages."""

    heads: tuple[str, ...] = ()
    feet: tuple[str, ...] = ()
