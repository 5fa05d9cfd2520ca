"""Make ``data/letter_trigrams.txt`` from ``frequency.txt``: ``python -m hartcity.metrics.train.spelling``."""

from __future__ import annotations

from collections import Counter

from hartcity.metrics.nonsense import trigrams
from hartcity.metrics.train.fitting import DATA
from hartcity.text.word_lists import frequencies


FEWEST_WORDS = 4
_HEADER = """# Three letters in a row (^ and $ are a word's edges) that four English words of data/frequency.txt share.
# Made from the wordfreq package by Robyn Speer, whose data may be redistributed under CC BY-SA 4.0.
"""


def main() -> None:
    """Write the trigrams in alphabetical order."""
    counts = Counter(trigram for word in frequencies() for trigram in set(trigrams(word)))
    common = sorted(run for run, count in counts.items() if count >= FEWEST_WORDS and "'" not in run)
    (DATA / "letter_trigrams.txt").write_text(f"{_HEADER}1 {' '.join(common)}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
