"""A class on a page or two, as PDF: what it needs next, levels, scores and checks, for oneself or for others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from statistics import median

from hartcity.classes.carried import carried
from hartcity.classes.counted import LEVELS, STATES, counted, numbers
from hartcity.classes.needs import Need
from hartcity.classes.small_counts import FEWEST, HIDDEN, WHY_HIDDEN, mostly_hidden
from hartcity.exports import pdf_page
from hartcity.model import whole_points


_NOT_A_GRADE = "Practice feedback, not a grade."
_NEARLY_ALL = (
    f"This class is so small that nearly every count is left out: groups under {FEWEST} students are not told."
)
_WORDS = {"not_seen": "not seen", "partly": "partly", "met": "met"}

Titled = Callable[[str], str]
_Rows = Sequence[Mapping[str, str]]


def summary_pdf(  # noqa: PLR0913 - what a summary is made of
    name: str,
    rows: _Rows,
    needs: Sequence[Need],
    quotations: Mapping[str, Sequence[str]],
    *,
    criteria: Sequence[str],
    checks: Sequence[str],
    titled: Titled,
    as_of: dt.date,
    for_others: bool,
) -> bytes:
    """Return the class as PDF; no student is named.

    ``quotations`` are those that the tutor chose, by check. With ``for_others`` groups under five are hidden; where
    that hides nearly all, one sentence says so in place of the counts.
    """
    read = [row for row in rows if row["draft"] == "read"]
    levels = {each: counted(read, f"{each}_level", LEVELS, small=not for_others) for each in criteria}
    states = {each: counted(read, f"check_{each}", STATES, small=not for_others) for each in checks}
    is_small = for_others and mostly_hidden([*levels.values(), *states.values()])
    middles = {each: _middle(read, each, for_others=for_others) for each in criteria}
    hiding = (_NEARLY_ALL if is_small else WHY_HIDDEN) if for_others else ""
    pieces: list[pdf_page.Piece] = [
        pdf_page.heading(name or "The class", 1),
        pdf_page.words(f"{_about(rows, read, as_of, for_others=for_others)} {hiding}".strip(), "small"),
        pdf_page.heading("What this class needs next", 2),
    ]
    for need in needs:
        counts = counted(read, f"check_{need.check}", STATES, small=not for_others)
        told = titled(need.check) if is_small else f"{titled(need.check)}: {_missed(counts)}"
        pieces.append(pdf_page.words(f"{told}.", "small"))
        pieces += [pdf_page.words(f"\u201c{said}\u201d", "small") for said in quotations.get(need.check, ())]
    pieces += _hurting(rows, read, titled, for_others=for_others, is_small=is_small)
    pieces += _middles(middles, titled) if is_small else _tables(levels, middles, states, titled)
    return pdf_page.pdf(pieces, title=name or "The class")


def _about(rows: _Rows, read: _Rows, as_of: dt.date, *, for_others: bool) -> str:
    day = f"{as_of:%B} {as_of.day}, {as_of.year}"
    is_told = not for_others or len(read) >= FEWEST
    people = f"{len(rows):,} students, {len(read):,} drafts read" if is_told else "A class"
    return f"{day}. {people}. {_NOT_A_GRADE}"


def _missed(counts: Mapping[str, str]) -> str:
    """Return how often a check is seen, partly seen and not seen, each as a count or as hidden."""
    return ", ".join(
        f"{word}: {HIDDEN}" if counts[state] == HIDDEN else f"{word} in {counts[state]}"
        for state, word in _WORDS.items()
    )


def _hurting(rows: _Rows, read: _Rows, titled: Titled, *, for_others: bool, is_small: bool) -> list[pdf_page.Piece]:
    """Return what drafts carry that can hurt, each with how many do; what is hidden in a small class is left out."""
    lines = []
    for each in carried(rows, for_others=for_others):
        if each.count != HIDDEN:
            lines.append(f"{titled(each.family)}: in {each.count} of {len(read)} drafts.")
        elif not is_small:
            lines.append(f"{titled(each.family)}: in some drafts, how many is {HIDDEN}.")
    said = [pdf_page.words(line, "small") for line in lines]
    return [pdf_page.heading("Words that can hurt", 2), *said] if said else []


def _middle(read: _Rows, criterion: str, *, for_others: bool) -> str:
    scores = numbers(read, criterion)
    return str(whole_points(median(scores))) if len(scores) >= (FEWEST if for_others else 1) else ""


def _middles(middles: Mapping[str, str], titled: Titled) -> list[pdf_page.Piece]:
    """Return the middle scores alone; none where the class is too small for them too."""
    if not any(middles.values()):
        return []
    lines = [["Criterion", "Middle score"], *([titled(each), middle] for each, middle in middles.items())]
    return [pdf_page.heading("Criteria", 2), pdf_page.grid(lines, [2.7, 1.3])]


def _tables(
    levels: Mapping[str, Mapping[str, str]],
    middles: Mapping[str, str],
    states: Mapping[str, Mapping[str, str]],
    titled: Titled,
) -> list[pdf_page.Piece]:
    by_criterion = [["Criterion", "Met", "Partly", "Not yet", "Middle score"]]
    by_criterion += [
        [titled(each), *(counts[level] for level in LEVELS), middles[each]] for each, counts in levels.items()
    ]
    by_check = [["Check", "Met", "Partly", "Not seen"]]
    by_check += [[titled(each), *(counts[state] for state in STATES[:3])] for each, counts in states.items()]
    return [
        pdf_page.heading("Criteria", 2),
        pdf_page.grid(by_criterion, [2.7, 0.8, 0.8, 0.9, 1.3]),
        pdf_page.heading("Checks", 2),
        pdf_page.grid(by_check, [3.5, 1, 1, 1]),
    ]
