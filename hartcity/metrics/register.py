"""What makes a text formal or casual, as figures."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from hartcity.metrics.wordlists import graded
from hartcity.model import Span
from hartcity.text import Sentence
from hartcity.text.frequency import is_known, zipf
from hartcity.text.kept import SENTENCES, kept
from hartcity.text.words import forms_in, words_in


_I = frozenset({"i", "i'm", "i've", "i'll", "i'd"})
_YOU = frozenset("you your yours u ur you're you'll you've".split())
_CASUAL_STARTS = frozenset("and but so or well oh".split())
_NOUNY = frozenset("of the in by which for".split())
_SMILEY = re.compile(r"[:;]-?[)(DP]")
_LONG = 8
_UNCOMMON = 4.0
_CASUAL = -1.0


@kept(SENTENCES)
def contracted_in(sentence: str) -> tuple[Span, ...]:
    """Return where a sentence has words that are shortened by an apostrophe, from its beginning; no possessives."""
    return tuple(
        word.span for word in words_in(sentence) if "'" in word.lower and not word.lower.endswith(("'s", "s'"))
    )


@kept(SENTENCES)
def casual_in(sentence: str) -> tuple[tuple[float, Span], ...]:
    """Return the most casual words of a sentence: how formal each is, and where it stands from the beginning."""
    learned = graded("word_formality")
    rated = ((learned.get(word.lower, 0.0), word.span) for word in words_in(sentence))
    return tuple((value, span) for value, span in rated if value < _CASUAL)


class _Spelled(NamedTuple):
    """What words add to the features of a text: counts, and their Zipf frequencies."""

    words: int
    letters: int
    long: int
    frequencies: tuple[float, ...]
    uncommon: int


class _Tally(NamedTuple):
    """What one sentence adds to the features of a text.

    ``of_words`` are counts in the order of ``_OF_WORDS``, ``of_sentences`` yes or no in that of ``_OF_SENTENCES``;
    ``rated`` are the formalities of the words that have one.
    """

    lower: tuple[str, ...]
    spelled: _Spelled
    rated: tuple[float, ...]
    of_words: tuple[int, ...]
    of_sentences: tuple[bool, ...]
    exclamation_marks: float
    question_marks: float
    digits: int


_OF_WORDS = (
    "unknown_words",
    "noun_style",
    "contractions",
    "i",
    "you",
    "small_i",
    "shouted_words",
    "names",
    "commas",
    "semicolons",
    "hyphens",
)
_OF_SENTENCES = (
    "contracted_sentences",
    "trailing_dots",
    "smileys",
    "unfinished",
    "casual_start",
    "lower_case_start",
    "quotes",
)


def _spelled(words: Sequence[str]) -> _Spelled:
    frequencies = tuple(map(zipf, words))
    return _Spelled(
        words=len(words),
        letters=sum(map(len, words)),
        long=sum(len(word) >= _LONG for word in words),
        frequencies=frequencies,
        uncommon=sum(frequency < _UNCOMMON for frequency in frequencies),
    )


@kept(SENTENCES)
def _tally(sentence: str) -> _Tally:
    """Count in a sentence that holds at least one word."""
    own, lower = words_in(sentence), forms_in(sentence)
    forms = [word.span.of(sentence) for word in own]
    learned = graded("word_formality")
    return _Tally(
        lower,
        _spelled([word for word in lower if word[0].isalpha()]),
        rated=tuple(learned[word] for word in lower if word in learned),
        of_words=(
            sum(word.isalpha() and not is_known(word) for word in lower),
            sum(word in _NOUNY for word in lower),
            len(contracted_in(sentence)),
            sum(word in _I for word in lower),
            sum(word in _YOU for word in lower),
            forms.count("i"),
            sum(form.isupper() and len(form) > 1 for form in forms),
            sum(form[0].isupper() for form in forms[1:]),
            sentence.count(","),
            sentence.count(";"),
            sentence.count("-"),
        ),
        of_sentences=(
            "'" in sentence,
            ".." in sentence or "\u2026" in sentence,
            bool(_SMILEY.search(sentence)),
            sentence.rstrip()[-1:] not in ".!?\"')",
            lower[0] in _CASUAL_STARTS,
            sentence[:1].islower(),
            '"' in sentence,
        ),
        exclamation_marks=sentence.count("!") / len(own) ** 0.5,
        question_marks=sentence.count("?") / len(own) ** 0.5,
        digits=sum(map(str.isdecimal, sentence)),
    )


def register_features(sentences: Sequence[Sentence]) -> dict[str, float]:
    """Return the features of sentences that hold at least one word.

    Shares are of all words, marks are counted for each sentence, and yes-or-no features are shares of sentences.
    """
    tallies = [_tally(sentence.plain) for sentence in sentences]
    words, of_sentences = sum(len(each.lower) for each in tallies), len(tallies)
    spelled = [each.spelled for each in tallies]
    if not any(each.words for each in spelled):
        spelled = [_spelled(each.lower) for each in tallies]
    count = sum(each.words for each in spelled)
    rated = [value for each in tallies for value in each.rated]
    in_words = map(sum, zip(*(each.of_words for each in tallies), strict=True))
    in_sentences = map(sum, zip(*(each.of_sentences for each in tallies), strict=True))
    return {
        "words_per_sentence": math.log1p(words / of_sentences),
        "letters_per_word": sum(each.letters for each in spelled) / count,
        "long_words": sum(each.long for each in spelled) / count,
        "zipf": math.fsum(chain.from_iterable(each.frequencies for each in spelled)) / count,
        "uncommon_words": sum(each.uncommon for each in spelled) / count,
        **{name: number / words for name, number in zip(_OF_WORDS, in_words, strict=True)},
        **{name: number / of_sentences for name, number in zip(_OF_SENTENCES, in_sentences, strict=True)},
        "exclamation_marks": math.fsum(each.exclamation_marks for each in tallies) / of_sentences,
        "question_marks": math.fsum(each.question_marks for each in tallies) / of_sentences,
        "digits": sum(each.digits for each in tallies) / sum(len(sentence.plain) for sentence in sentences),
        "word_formality": math.fsum(rated) / len(rated) if rated else 0.0,
    }
