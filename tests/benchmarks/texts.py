"""Drafts to measure with, and ways to make them new again."""

from __future__ import annotations

import json
import re
from pathlib import Path


_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
_ADVERBS = ("today", "already", "still", "often", "again", "also", "now", "soon", "here", "indeed", "perhaps", "mostly")
_PRACTICE = Path(__file__).parents[2] / "assets" / "practice" / "email.json"


def drafts(data: Path | None) -> list[str]:
    """Return the labelled drafts of ``data`` (a folder with ``drafts/drafts.yaml``), or else the practice email.

    Says which they are, since their number and length differ.
    """
    labelled = None if data is None else data / "drafts" / "drafts.yaml"
    if labelled is not None and labelled.exists():
        import yaml  # noqa: PLC0415 - only this source is YAML

        print(f"Measuring on the labelled drafts of {data}.", flush=True)
        loaded = yaml.safe_load(labelled.read_text(encoding="utf-8"))
        return [draft["text"] for draft in loaded]
    print("Measuring on the practice email alone, as there are no labelled drafts.", flush=True)
    return [json.loads(_PRACTICE.read_text(encoding="utf-8"))["text"]]


def renewed(text: str, turn: int) -> str:
    """Return ``text`` with one word more in every sentence, so that no cache has seen any of its sentences.

    The word says which ``turn`` it is; spelling and length stay those of a real draft.
    """
    places = range(1 + (turn >= len(_ADVERBS)))
    word = " ".join(_ADVERBS[(turn // len(_ADVERBS) ** place) % len(_ADVERBS)] for place in places)
    return _SENTENCE.sub(lambda found: _with_word(found[0], word), text)


def one_word_changed(text: str) -> str:
    """Return ``text`` with one word in its middle replaced by another."""
    words = list(re.finditer(r"\b[a-z]{4,}\b", text))
    middle = words[len(words) // 2]
    return f"{text[: middle.start()]}window{text[middle.end() :]}"


def of_length(sources: list[str], words: int) -> str:
    """Return a text of about ``words`` words: paragraphs of the sources in turn, each with a number of its own."""
    paragraphs = [part for text in sources for part in text.split("\n\n") if len(part.split()) > len(("a", "line"))]
    made: list[str] = []
    count = turn = 0
    while count < words:
        paragraph = f"Number {turn}. {renewed(paragraphs[turn % len(paragraphs)], turn)}".split()[: words - count]
        made.append(" ".join(paragraph))
        count += len(paragraph)
        turn += 1
    return "\n\n".join(made)


def _with_word(sentence: str, word: str) -> str:
    parts = sentence.split(" ")
    parts.insert(max(1, len(parts) // 2), word)
    return " ".join(parts) if len(parts) > len(("a", "b", "c")) else sentence
