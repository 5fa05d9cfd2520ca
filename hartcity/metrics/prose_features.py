"""What makes words and sentences hard to read, as figures."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from hartcity.metrics.passage import prose_sentences
from hartcity.metrics.standard import easy_words
from hartcity.metrics.syllables import syllables
from hartcity.metrics.wordlists import graded
from hartcity.text import Document, Sentence
from hartcity.text.frequency import zipf
from hartcity.text.kept import SENTENCES, kept
from hartcity.text.words import forms_in


_PEOPLE = frozenset("i you he she we they me him her us them my your his our their".split())
_FUNCTION_WORD = 6.0
_RARE = 3.5
_MANY_SYLLABLES = 3


def prose_features(document: Document, *, email: bool) -> dict[str, float]:
    """Return the features of a document's prose; it holds at least one word."""
    return reading_features(prose_sentences(document, email=email))


class _Spelled(NamedTuple):
    """What words add to the features: counts, and what they are rated by the lists."""

    words: int
    letters: int
    syllables: int
    of_many_syllables: int
    frequencies: tuple[float, ...]
    rare: int
    hard: int
    ease: tuple[float, ...]


class _Tally(NamedTuple):
    """What one sentence adds to the features."""

    words: int
    spelled: _Spelled
    people: int
    numbers: int
    inner_marks: int


def _spelled(words: Sequence[str]) -> _Spelled:
    spoken = [syllables(word) for word in words]
    frequencies = tuple(map(zipf, words))
    easy, learned = easy_words(), graded("word_ease")
    return _Spelled(
        words=len(words),
        letters=sum(map(len, words)),
        syllables=sum(spoken),
        of_many_syllables=sum(each >= _MANY_SYLLABLES for each in spoken),
        frequencies=frequencies,
        rare=sum(frequency < _RARE for frequency in frequencies),
        hard=sum(word not in easy for word in words),
        ease=tuple(learned[word] for word in words if word in learned),
    )


@kept(SENTENCES)
def _tally(sentence: str) -> _Tally:
    forms = forms_in(sentence)
    return _Tally(
        words=len(forms),
        spelled=_spelled([form for form in forms if form[0].isalpha()]),
        people=sum(form in _PEOPLE for form in forms),
        numbers=sum(not form[0].isalpha() for form in forms),
        inner_marks=sum(sentence.count(mark) for mark in ",;:()"),
    )


def reading_features(sentences: Sequence[Sentence]) -> dict[str, float]:
    """Return the features of sentences that hold at least one word; see the model cards for what each is worth.

    Shares are of all words; ``zipf`` is the mean Zipf frequency of the words that are not function words.
    """
    tallies = [_tally(sentence.plain) for sentence in sentences]
    words = sum(each.words for each in tallies)
    spelled = [each.spelled for each in tallies]
    if not any(each.words for each in spelled):
        spelled = [_spelled(sentence.forms) for sentence in sentences]
    count = sum(each.words for each in spelled)
    content = [value for each in spelled for value in each.frequencies if value < _FUNCTION_WORD] or [_FUNCTION_WORD]
    ease = [value for each in spelled for value in each.ease]
    return {
        "words_per_sentence": math.log1p(words / len(sentences)),
        "syllables_per_word": sum(each.syllables for each in spelled) / count,
        "words_of_three_syllables": sum(each.of_many_syllables for each in spelled) / count,
        "letters_per_word": sum(each.letters for each in spelled) / count,
        "zipf": math.fsum(content) / len(content),
        "rare_words": sum(each.rare for each in spelled) / count,
        "hard_words": sum(each.hard for each in spelled) / count,
        "people": sum(each.people for each in tallies) / words,
        "numbers": sum(each.numbers for each in tallies) / words,
        "word_ease": math.fsum(ease) / len(ease) if ease else 0.0,
        "inner_marks": sum(each.inner_marks for each in tallies) / words,
    }
