"""What a plan says of a service's price and wait, beside what the directory in use says."""

from __future__ import annotations

import re

from hartcity.model import Service
from hartcity.plan.eligibility.figures import spelled_in_figures
from hartcity.plan.money import is_free
from hartcity.plan.vocabulary import phrases


_CLAUSE = re.compile(r"[;,\n]\s|[.](?:\s|$)|\b(?:and|plus|but|while)\b", re.IGNORECASE)
_SUM = re.compile(r"\$\s?(\d[\d,]*(?:\.\d+)?)|\b(\d[\d,]*(?:\.\d+)?)\s?(?:dollars|bucks|usd)\b", re.IGNORECASE)
_SMALL_FARE = 5.0

_DAYS = {"day": 1.0, "night": 1.0, "week": 7.0, "month": 30.0, "year": 365.0}
_A_WORKING_DAY = 1.4
_LASTS = re.compile(
    r"(?:(?P<open>up to|within|less than|under|at most|no more than)\s)?(?:about\s|around\s|some\s)?"
    r"(?P<low>an?|\d{1,4})(?:\s?(?:to|or|-)\s?(?P<high>\d{1,4}))?\s(?P<working>(?:working|business)\s)?"
    r"(?P<unit>day|night|week|month|year)s?\b",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(
    r"\b(?:none|no wait\w*|same[- ]day|at once|immediately|right away|today|tonight)\b", re.IGNORECASE
)
_NO_END = re.compile(r"\b(?:longer|or more|at least|over|more than)\b", re.IGNORECASE)


def price_unlike(words: str, listed: Service | None) -> str:
    """Return the price that a plan names for what the directory lists as free, else nothing.

    What it costs to get there, papers and what the directory itself names as a cost are no price of the service.
    """
    if listed is None or is_free(words) or not _is_listed_free(listed):
        return ""
    options = " ".join(f"{one.option} {one.description} ${one.amount or 0:g}" for one in listed.cost_options)
    known = max(_sums(f"{listed.cost} {options}"), default=0.0)
    for clause in _CLAUSE.split(words):
        is_a_price = not phrases("finances", "beside_the_price").search(clause)
        if is_a_price and any(amount > known for amount in _sums(clause)):
            return clause.strip(" .")
    return ""


def without_the_way_there(words: str) -> str:
    """Return what a text says of a service's price, without how somebody gets there; all of it where it names none."""
    clauses = _CLAUSE.split(words)
    beside = [bool(phrases("finances", "way_there").search(clause)) for clause in clauses]
    has_a_price = any(_sums(clause) and not is_beside for clause, is_beside in zip(clauses, beside, strict=True))
    kept = (clause for clause, is_beside in zip(clauses, beside, strict=True) if not is_beside)
    return "; ".join(kept) if has_a_price else words


def is_small_fare(words: str) -> bool:
    """Whether all that a text names is a fare of a few dollars, which nobody has to say how to meet."""
    priced = [clause for clause in _CLAUSE.split(words) if _sums(clause)]
    return bool(priced) and all(
        phrases("finances", "fare").search(clause) and max(_sums(clause)) <= _SMALL_FARE for clause in priced
    )


def wait_unlike(words: str, listed: Service | None) -> bool:
    """Whether a wait in days, weeks or months lies outside all that the directory says of it."""
    planned, known = _wait(words), _wait(listed.wait) if listed else None
    if planned is None or known is None:
        return False
    return planned[1] < known[0] or planned[0] > known[1]


def _is_listed_free(listed: Service) -> bool:
    return is_free(listed.cost) or any(is_free(f"{one.option} {one.description}") for one in listed.cost_options)


def _sums(text: str) -> list[float]:
    return [float((found[1] or found[2]).replace(",", "")) for found in _SUM.finditer(text)]


def _wait(text: str) -> tuple[float, float] | None:
    """Return the shortest and the longest wait, in days, that a text leaves possible; None where it names none."""
    figures = spelled_in_figures(re.sub(r"\bone\b", "1", text, flags=re.IGNORECASE))
    spans = [_span(found) for found in _LASTS.finditer(figures)]
    if _AT_ONCE.search(figures):
        spans.append((0.0, 0.0))
    if not spans:
        return None
    longest = float("inf") if _NO_END.search(figures) else max(high for _, high in spans)
    return min(low for low, _ in spans), longest


def _span(found: re.Match[str]) -> tuple[float, float]:
    low = float(found["low"]) if found["low"].isdigit() else 1.0
    high = float(found["high"] or low)
    days = _DAYS[found["unit"].casefold()]
    return 0.0 if found["open"] else low * days, high * days * (_A_WORKING_DAY if found["working"] else 1.0)
