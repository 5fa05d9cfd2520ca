"""Drafts that share many words. That two are alike says nothing about why: a shared model, a team, a template.

Near-duplicates are found by MinHash over runs of five words (Broder 1997, "On the resemblance and containment of
documents"), so that not every two drafts are compared; what is found is then counted exactly.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rensa import RMinHash, RMinHashLSH


RUN_WORDS = 5
SHARED_FROM = 0.2
"""Drafts are told from this share of the shorter one's runs of words on."""

_HASHES, _BANDS, _SEED = 128, 64, 1
_COMMON_SHARE, _COMMON_FROM = 0.2, 5
_FEWEST_RUNS = 15
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)?")


@dataclass(frozen=True, slots=True)
class Alike:
    """Two drafts by their place, the share (0-1) of the shorter's runs that both have, and the places of shared words.

    ``spans`` are half-open offsets into each of the two texts.
    """

    first: int
    second: int
    share: float
    spans: tuple[tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]


def alike(texts: Sequence[str], *, left_out: Iterable[str] = ()) -> list[Alike]:
    """Return the pairs of ``texts`` that share many runs of words, the closest first.

    The runs of ``left_out`` (the assignment's own words) and those that at least five drafts and a fifth of the class
    use do not count.
    """
    runs = [_runs(text) for text in texts]
    counts = Counter(run for each in runs for run in each)
    own = {run for text in left_out for run in _runs(text)}
    common = max(_COMMON_FROM, _COMMON_SHARE * len(texts))
    told = [frozenset(run for run in each if run not in own and counts[run] < common) for each in runs]
    pairs = [
        (first, second, len(told[first] & told[second]) / min(len(told[first]), len(told[second])))
        for first, second in _candidates(told)
    ]
    near = sorted((pair for pair in pairs if pair[2] >= SHARED_FROM), key=lambda pair: (-pair[2], pair[0], pair[1]))
    return [
        Alike(
            first,
            second,
            share,
            (
                _spans(runs[first], told[first] & told[second]),
                _spans(runs[second], told[first] & told[second]),
            ),
        )
        for first, second, share in near
    ]


def _runs(text: str) -> dict[str, tuple[int, int]]:
    """Return every run of words with its first place in the text."""
    words = [(found[0].casefold().replace("\u2019", "'"), found.start(), found.end()) for found in _WORD.finditer(text)]
    found: dict[str, tuple[int, int]] = {}
    for place in range(len(words) - RUN_WORDS + 1):
        run = words[place : place + RUN_WORDS]
        found.setdefault(" ".join(word for word, _, _ in run), (run[0][1], run[-1][2]))
    return found


def _candidates(told: Sequence[frozenset[str]]) -> list[tuple[int, int]]:
    """Return the pairs whose signatures agree in a band: nearly all that share a third, half of those a fifth."""
    index = RMinHashLSH(threshold=SHARED_FROM, num_perm=_HASHES, num_bands=_BANDS)
    found: set[tuple[int, int]] = set()
    for place, runs in enumerate(told):
        if len(runs) < _FEWEST_RUNS:
            continue
        signature = RMinHash(num_perm=_HASHES, seed=_SEED)
        signature.update(sorted(runs))
        found |= {(other, place) for other in index.query(signature)}
        index.insert(place, signature)
    return sorted(found)


def _spans(runs: Mapping[str, tuple[int, int]], shared: frozenset[str]) -> tuple[tuple[int, int], ...]:
    """Return the places of the shared runs, joined where they overlap."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(runs[run] for run in shared):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
