"""What makes a text formal or casual, as figures."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from hartcity.metrics.frequency import is_known, zipf
from hartcity.metrics.wordlists import graded
from hartcity.text import Sentence
from hartcity.text.kept import SENTENCES, kept
from hartcity.text.words import Word, words


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


class _Tally(NamedTuple):
    """What one sentence adds to the features of a text; ``of_words`` are counts, ``of_sentences`` yes or no."""

    lower: tuple[str, ...]
    spelled: tuple[str, ...]
    of_words: Mapping[str, int]
    of_sentences: Mapping[str, bool]
    marks: Mapping[str, float]
    digits: int


@kept(SENTENCES)
def _tally(sentence: str) -> _Tally:
    """Count in a sentence that holds at least one word."""
    own = words(sentence)
    lower = tuple(word.lower for word in own)
    forms = [word.span.of(sentence) for word in own]
    return _Tally(
        lower,
        tuple(word for word in lower if word[0].isalpha()),
        of_words={
            "unknown_words": sum(word.isalpha() and not is_known(word) for word in lower),
            "noun_style": sum(word in _NOUNY for word in lower),
            "contractions": sum(map(is_contraction, own)),
            "i": sum(word in _I for word in lower),
            "you": sum(word in _YOU for word in lower),
            "small_i": forms.count("i"),
            "shouted_words": sum(form.isupper() and len(form) > 1 for form in forms),
            "names": sum(form[0].isupper() for form in forms[1:]),
            "commas": sentence.count(","),
            "semicolons": sentence.count(";"),
            "hyphens": sentence.count("-"),
        },
        of_sentences={
            "contracted_sentences": "'" in sentence,
            "trailing_dots": ".." in sentence or "\u2026" in sentence,
            "smileys": bool(_SMILEY.search(sentence)),
            "unfinished": sentence.rstrip()[-1:] not in ".!?\"')",
            "casual_start": lower[0] in _CASUAL_STARTS,
            "lower_case_start": sentence[:1].islower(),
            "quotes": '"' in sentence,
        },
        marks={
            "exclamation_marks": sentence.count("!") / len(own) ** 0.5,
            "question_marks": sentence.count("?") / len(own) ** 0.5,
        },
        digits=sum(map(str.isdecimal, sentence)),
    )


def register_features(sentences: Sequence[Sentence]) -> dict[str, float]:
    """Return the features of sentences that hold at least one word.

    Shares are of all words, marks are counted for each sentence, and yes-or-no features are shares of sentences.
    """
    tallies = [_tally(sentence.plain) for sentence in sentences]
    lower = [word for tally in tallies for word in tally.lower]
    spelled = [word for tally in tallies for word in tally.spelled] or lower
    common = [zipf(word) for word in spelled]
    learned = graded("word_formality")
    known = [learned[word] for word in lower if word in learned]
    first = tallies[0]
    return {
        "words_per_sentence": math.log1p(len(lower) / len(tallies)),
        "letters_per_word": sum(map(len, spelled)) / len(spelled),
        "long_words": sum(len(word) >= _LONG for word in spelled) / len(spelled),
        "zipf": math.fsum(common) / len(spelled),
        "uncommon_words": sum(frequency < _UNCOMMON for frequency in common) / len(spelled),
        **{name: sum(each.of_words[name] for each in tallies) / len(lower) for name in first.of_words},
        **{name: sum(each.of_sentences[name] for each in tallies) / len(tallies) for name in first.of_sentences},
        **{name: math.fsum(each.marks[name] for each in tallies) / len(tallies) for name in first.marks},
        "digits": sum(each.digits for each in tallies) / sum(len(sentence.plain) for sentence in sentences),
        "word_formality": math.fsum(known) / len(known) if known else 0.0,
    }
