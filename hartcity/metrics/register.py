"""What makes a text formal or casual, as figures."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from hartcity.metrics.frequency import is_known, zipf
from hartcity.metrics.wordlists import graded
from hartcity.text import Sentence
from hartcity.text.words import Word


_I = frozenset({"i", "i'm", "i've", "i'll", "i'd"})
_YOU = frozenset("you your yours u ur you're you'll you've".split())
_CASUAL_STARTS = frozenset("and but so or well oh".split())
_NOUNY = frozenset("of the in by which for".split())
_SMILEY = re.compile(r"[:;]-?[)(DP]")
_LONG = 8
_UNCOMMON = 4.0


def is_contraction(word: Word) -> bool:
    """Whether a word is shortened by an apostrophe; a possessive is not."""
    return "'" in word.lower and not word.lower.endswith(("'s", "s'"))


def register_features(sentences: Sequence[Sentence]) -> dict[str, float]:
    """Return the features of sentences that hold at least one word.

    Shares are of all words, marks are counted for each sentence, and yes-or-no features are shares of sentences.
    """
    words = [word for sentence in sentences for word in sentence.words]
    lower = [word.lower for word in words]
    spelled = [word for word in lower if word[0].isalpha()] or lower
    count, of_spelled, of_sentences = len(lower), len(spelled), len(sentences)
    typed = [[word.span.shifted(-s.span.start).of(s.plain) for word in s.words] for s in sentences]
    inner = [form for forms in typed for form in forms[1:]]
    common = [zipf(word) for word in spelled]
    learned = graded("word_formality")
    known = [learned[word] for word in lower if word in learned]
    characters = sum(len(sentence.plain) for sentence in sentences)

    def per_sentence(mark: str) -> float:
        return math.fsum(s.plain.count(mark) / len(s.words) ** 0.5 for s in sentences) / of_sentences

    def share(true: Sequence[bool]) -> float:
        return sum(true) / of_sentences

    return {
        "words_per_sentence": math.log1p(count / of_sentences),
        "letters_per_word": sum(map(len, spelled)) / of_spelled,
        "long_words": sum(len(word) >= _LONG for word in spelled) / of_spelled,
        "zipf": math.fsum(common) / of_spelled,
        "uncommon_words": sum(frequency < _UNCOMMON for frequency in common) / of_spelled,
        "unknown_words": sum(word.isalpha() and not is_known(word) for word in lower) / count,
        "noun_style": sum(word in _NOUNY for word in lower) / count,
        "contractions": sum(map(is_contraction, words)) / count,
        "contracted_sentences": share(["'" in s.plain for s in sentences]),
        "i": sum(word in _I for word in lower) / count,
        "you": sum(word in _YOU for word in lower) / count,
        "exclamation_marks": per_sentence("!"),
        "question_marks": per_sentence("?"),
        "trailing_dots": share([".." in s.plain or "\u2026" in s.plain for s in sentences]),
        "smileys": share([bool(_SMILEY.search(s.plain)) for s in sentences]),
        "unfinished": share([s.plain.rstrip()[-1:] not in ".!?\"')" for s in sentences]),
        "casual_start": share([s.words[0].lower in _CASUAL_STARTS for s in sentences]),
        "lower_case_start": share([s.plain[:1].islower() for s in sentences]),
        "small_i": sum(form == "i" for forms in typed for form in forms) / count,
        "shouted_words": sum(form.isupper() and len(form) > 1 for forms in typed for form in forms) / count,
        "names": sum(form[0].isupper() for form in inner) / count,
        "commas": sum(s.plain.count(",") for s in sentences) / count,
        "semicolons": sum(s.plain.count(";") for s in sentences) / count,
        "hyphens": sum(s.plain.count("-") for s in sentences) / count,
        "quotes": share(['"' in s.plain for s in sentences]),
        "digits": sum(c.isdecimal() for s in sentences for c in s.plain) / characters,
        "word_formality": math.fsum(known) / len(known) if known else 0.0,
    }
