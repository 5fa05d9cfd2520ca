"""The text of pages: region after region, and over the page where a paragraph goes on there."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hartcity.documents.layout.columns import regions
from hartcity.documents.layout.footnotes import without_footnotes
from hartcity.documents.layout.joining import Step, put_together
from hartcity.documents.layout.list_marks import BULLET, SIGN
from hartcity.documents.layout.page_edges import without_edges
from hartcity.documents.layout.typesetting import INDENT, Setting, breaks_off
from hartcity.documents.layout.values import Edges, Line, Page, Region


def paragraphs(pages: Sequence[Page]) -> tuple[str, bool, Edges]:
    """Return the text of the pages, whether anything at their edges was left out, and which running heads were."""
    inner, edges = without_edges(pages)
    kept, feet = without_footnotes(inner)
    text = ""
    before: Region | None = None
    place_before = -1
    for place, page in enumerate(kept):
        for region in regions(page.lines, page.width - min((line.left for line in page.lines), default=0.0)):
            step = Step.PARAGRAPH
            if before is not None and place != place_before:
                step = _over_the_page(before, region)
            goes_on = before is not None and step is Step.RUNS_ON
            flowed = _flowed(region, before.lines[-1] if before is not None and goes_on else None)
            text = flowed if before is None else put_together(text, flowed, step)
            before, place_before = region, place
    text = "\n\n".join(filter(None, (text, *map(_flowed, feet))))
    many = sum(len(foot.lines) for foot in feet) + sum(len(page.lines) for page in kept)
    return text, many < sum(len(page.lines) for page in pages), edges


def _over_the_page(before: Region, after: Region) -> Step:
    """Return how the first line of a page follows the last one of the page before."""
    setting = Setting.of(before)
    last, first = before.lines[-1], after.lines[0]
    if BULLET.match(first.text):
        return Step.LINE if BULLET.match(last.text) else Step.PARAGRAPH
    runs_on = breaks_off(last, first)
    is_indented = first.left > Setting.of(after).margin + INDENT
    if runs_on or (setting.is_full(last, first) and not is_indented):
        return Step.RUNS_ON
    return Step.PARAGRAPH


def _flowed(region: Region, goes_on_from: Line | None = None) -> str:
    """Return a region's lines as text; its first line may go on from one on the page before."""
    lines = region.lines
    setting = Setting.of(region)
    text = lines[0].text
    block = [*([goes_on_from] if goes_on_from is not None else []), lines[0]]
    for place, (before, line) in enumerate(pairwise(lines), start=1):
        following = lines[place + 1] if place + 1 < len(lines) else None
        step = setting.step(block, before, line, following)
        text = put_together(text, line.text, step)
        block = [*block, line] if step is Step.RUNS_ON else [line]
    return "\n".join(SIGN.sub("- ", each, count=1) if SIGN.match(each) else each for each in text.split("\n"))
