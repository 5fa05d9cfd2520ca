"""Make ``data/valence.txt`` from the lexicon of VADER: ``python -m hartcity.metrics.train.valence``."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


TARGET = Path(__file__).parents[1] / "data" / "valence.txt"
_HEADER = """# How positive (to 4) or negative (to -4) English words were rated by ten people each, to one decimal.
# From the lexicon of VADER (C. J. Hutto and Eric Gilbert 2014), Copyright (c) 2016 C.J. Hutto, MIT licence; words only.
"""


def main() -> None:
    """Write the words, leaving out smileys, abbreviations and words that were rated as neutral."""
    steps: dict[float, list[str]] = {}
    for line in files("vaderSentiment").joinpath("vader_lexicon.txt").read_text(encoding="utf-8").splitlines():
        word, mean = line.split("\t")[:2]
        value = round(float(mean), 1)
        if word.isalpha() and word.isascii() and word.islower() and len(word) > 2 and value:  # noqa: PLR2004
            steps.setdefault(value, []).append(word)
    lines = [f"{step} {' '.join(sorted(words))}" for step, words in sorted(steps.items(), reverse=True)]
    TARGET.write_text(_HEADER + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
