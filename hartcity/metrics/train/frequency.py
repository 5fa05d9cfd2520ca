"""Make ``frequency.txt`` from the ``wordfreq`` package: ``python -m hartcity.metrics.train.frequency``."""

from __future__ import annotations

from pathlib import Path

import wordfreq


TARGET = Path(__file__).parents[2] / "text" / "data" / "frequency.txt"
_HEADER = """# English words by their Zipf frequency (log10 of occurrences in a billion words), in steps of 0.1.
# From the wordfreq package by Robyn Speer, whose data may be redistributed under CC BY-SA 4.0. It draws on
# Wikipedia, OpenSubtitles, Google Books Ngrams, the Leeds Internet Corpus, ParaCrawl, SUBTLEX and others.
"""


def main() -> None:
    """Write a line for each step, the most frequent first, words in alphabetical order."""
    steps: dict[int, list[str]] = {}
    for bin_number, words in enumerate(wordfreq.get_frequency_list("en", wordlist="small")):
        tenths = round(90 - bin_number / 10)
        steps.setdefault(tenths, []).extend(
            word for word in words if word.replace("'", "").isascii() and word.replace("'", "").isalpha()
        )
    lines = [
        f"{tenths / 10:.1f} {' '.join(sorted(words))}" for tenths, words in sorted(steps.items(), reverse=True) if words
    ]
    TARGET.write_text(_HEADER + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
