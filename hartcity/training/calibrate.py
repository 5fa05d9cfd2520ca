"""Sets the thresholds of the reader on authors whose drafts it was not fitted on."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

from hartcity import rules
from hartcity.analysis import marking
from hartcity.model import Finding, LookAlikes, Span
from hartcity.reader import Mark, Reader
from hartcity.reader.encoder import Encoder
from hartcity.reader.reader import FAMILY_OF, runs
from hartcity.text import Document, Line
from hartcity.training.drafts import LabelledDraft, LabelledLine, LabelledSpan, touched


_SURE, _ABSENT = 0.95, 0.95
"""How often "seen" and "not seen" should be right."""
_STEPS = tuple(step / 100 for step in range(2, 98))
_MIDDLE = 0.5
_LEAST_FOR_SEEN, _MOST_FOR_SEEN, _LEAST_FOR_PERHAPS = 0.5, 0.8, 0.03
"""Drafts whose surest sentence lies between .5 and .6 do the act in six of ten cases, those between .4 and .5 in fewer
than half (on the authors that set the thresholds)."""
_ABOUT = 0.02
"""A difference in F1 that some other authors would turn round."""
_SECOND = 0.7
"""What share of a family's threshold a piece needs to belong to a mark, and to second a rule."""
_FEWEST_HITS, _RIGHT_ENOUGH = 4, 0.6
_NOT_READ = frozenset({"grammar"})
_PRIVATE = ("identifier", "sensitive")
_PRIVATE_RIGHT = 0.74
"""What could harm the service user is missed at a greater cost than it is asked about needlessly."""
_PRIVATE_ALONE = (0.4, 0.5, 0.6, 0.7, 0.8, 0.88, 0.94, 0.97)
_PRIVATE_SECOND = (0.05, 0.1, 0.2, 0.3, 0.45)
_ROUNDS = 2
_WITHIN = {"purpose": 2}
"""Acts that a check looks for in the first sentences only, and in how many."""
_OF_SENTENCES = frozenset(
    {"polite", "order", "long", "intro.part", "times", "times.open", "consent.doubt", "consent.none"}
)


class Seen(NamedTuple):
    """A labelled line and what the encoder makes of it."""

    line: LabelledLine
    acts: tuple[float, ...]
    pieces: Sequence[Any]


class _Bare(Reader):
    """A reader that shows no look-alikes, which nobody looks at while thresholds are tried."""

    def look_alikes(self, _mark: Mark) -> LookAlikes | None:
        """Return none."""
        return None


def write(left_out: Sequence[LabelledDraft], for_rules: Sequence[LabelledDraft], file: Path, encoder: Encoder) -> None:
    """Write the thresholds, set on ``left_out``, and the rules that were wrong too often alone on ``for_rules``."""
    read = [_read(draft, encoder) for draft in left_out]
    manifest = encoder.manifest
    told: dict[str, Any] = {
        "acts": {name: _act(name, number, read) for number, name in enumerate(manifest.acts)},
        "families": {
            name: _thresholds(best := _best(name, number, read), round(best * _SECOND, 3))
            for number, name in enumerate(manifest.families)
            if name not in _NOT_READ
        },
        "overruled": _overruled(for_rules),
    }
    told["families"] |= _private(told, left_out, _Bare(file.parent, encoder, told))
    file.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def _read(draft: LabelledDraft, encoder: Encoder) -> list[Seen]:
    found = []
    before = ""
    for line in draft.lines:
        said = encoder.read(Line(line.text, before))
        found.append(Seen(line, said.acts, said.pieces))
        before = line.text
    return found


def _act(name: str, number: int, read: Sequence[Sequence[Seen]]) -> dict[str, float]:
    """Judge whole drafts by their surest sentence; manners and times are judged sentence by sentence."""
    if name in _OF_SENTENCES:
        pairs = [(seen.acts[number], name in seen.line.acts) for draft in read for seen in draft if seen.line.in_body]
        best = max(_STEPS, key=lambda step: (_f1(pairs, step), -abs(step - _MIDDLE)))
        return {"perhaps": round(best / 2, 2), "seen": best}
    pairs = [
        (
            max((seen.acts[number] for seen in body), default=0.0),
            any(name in seen.line.acts for seen in body),
        )
        for body in ([seen for seen in draft if seen.line.in_body][: _WITHIN.get(name)] for draft in read)
    ]
    sure = (step for step in _STEPS if _LEAST_FOR_SEEN <= step <= _MOST_FOR_SEEN and _right(pairs, step) >= _SURE)
    seen = next(sure, _MOST_FOR_SEEN)
    perhaps = next((step for step in reversed(_STEPS) if step < seen and _absent(pairs, step) >= _ABSENT), 0.0)
    return {"perhaps": max(perhaps, _LEAST_FOR_PERHAPS), "seen": seen}


def _f1(pairs: Iterable[tuple[float, bool]], step: float) -> float:
    hit = extra = lost = 0
    for value, there in pairs:
        hit += value >= step and there
        extra += value >= step and not there
        lost += value < step and there
    return 2 * hit / max(1, 2 * hit + extra + lost)


def _right(pairs: Iterable[tuple[float, bool]], step: float) -> float:
    claimed = [there for value, there in pairs if value >= step]
    return sum(claimed) / max(1, len(claimed))


def _absent(pairs: Iterable[tuple[float, bool]], step: float) -> float:
    denied = [not there for value, there in pairs if value < step]
    return sum(denied) / max(1, len(denied)) if denied else 1.0


def _thresholds(alone: float, second: float) -> dict[str, float]:
    return {"seconds": second, "alone": alone}


def _best(name: str, number: int, read: Sequence[Sequence[Seen]]) -> float:
    """Return the probability from which marks agree with the labelled spans: the highest of those about as good.

    Where several serve about equally, a word that is marked wrongly is worse than one that is missed.
    """
    agreed = {step: _f1_of(_agreement(name, number, read, step)) for step in _STEPS[8:]}
    return max(step for step, f1 in agreed.items() if f1 >= max(agreed.values()) - _ABOUT)


def _private(told: Mapping[str, Any], drafts: Sequence[LabelledDraft], reader: Reader) -> dict[str, Any]:
    """Return the thresholds of private matter with which rules and reader together miss least, while enough is right.

    The two kinds are one question to a student, so they are judged together.
    """
    texts = [(document, tuple(rules.find(document)), draft.spans) for document, draft in _documents(drafts)]
    chosen = dict.fromkeys(_PRIVATE, (_PRIVATE_ALONE[-1], _PRIVATE_SECOND[-1]))

    def families(pairs: Mapping[str, tuple[float, float]]) -> dict[str, Any]:
        return {name: _thresholds(*pair) for name, pair in pairs.items()}

    def worth(pairs: Mapping[str, tuple[float, float]]) -> tuple[float, float, float]:
        reader.judge_by({**told, "families": {**told["families"], **families(pairs)}})
        right, recall = _privacy(texts, reader)
        return min(right, _PRIVATE_RIGHT), recall, right

    for name in _PRIVATE * _ROUNDS:  # one kind after the other, as each choice moves what the other may cost
        tried = [
            {**chosen, name: (alone, second)}
            for alone, second in product(_PRIVATE_ALONE, _PRIVATE_SECOND)
            if second <= alone
        ]
        chosen = max(tried, key=worth)
    return families(chosen)


def _documents(drafts: Iterable[LabelledDraft]) -> Iterator[tuple[Document, LabelledDraft]]:
    return ((Document(draft.draft), draft) for draft in drafts)


def _privacy(
    texts: Iterable[tuple[Document, Sequence[Finding], Sequence[LabelledSpan]]], reader: Reader
) -> tuple[float, float]:
    """Return what share of the findings of private matter is right, and what share of such matter is found."""
    hit = wanted = right = told = 0
    for document, ruled, spans in texts:
        labelled = [Span(span.start, span.end) for span in spans if span.family in _PRIVATE]
        marked = [
            finding.span for finding in marking.weigh(document, ruled, reader, email=True) if finding.family.is_private
        ]
        wanted, told = wanted + len(labelled), told + len(marked)
        hit += touched(labelled, marked)
        right += touched(marked, labelled)
    return right / max(1, told), hit / max(1, wanted)


def _f1_of(counts: tuple[int, int, int]) -> float:
    hit, extra, lost = counts
    return 2 * hit / max(1, 2 * hit + extra + lost)


def _agreement(name: str, number: int, read: Sequence[Sequence[Seen]], step: float) -> tuple[int, int, int]:
    """Return how many labelled spans are marked, how many marks are on none, and how many spans are missed."""
    hit = extra = lost = 0
    for draft in read:
        for seen in draft:
            wanted = [Span(span.start, span.end) for span in seen.line.spans if span.family == name]
            marked = [span for span, peak in runs(seen.pieces, number, step * _SECOND) if peak >= step]
            found = touched(wanted, marked)
            hit, lost = hit + found, lost + len(wanted) - found
            extra += len(marked) - touched(marked, wanted)
    return hit, extra, lost


def _overruled(drafts: Sequence[LabelledDraft]) -> list[str]:
    """Return the rules whose findings were labelled by hand too seldom to stand alone."""
    right: dict[str, list[bool]] = defaultdict(list)
    for document, draft in _documents(drafts):
        for finding in rules.find(document):
            wanted = [
                Span(span.start, span.end) for span in draft.spans if FAMILY_OF.get(span.family) is finding.family
            ]
            right[finding.check].append(any(span.overlaps(finding.span) for span in wanted))
    return sorted(
        check
        for check, told in right.items()
        if len(told) >= _FEWEST_HITS and sum(told) / len(told) < _RIGHT_ENOUGH and not check.startswith("grammar.")
    )
